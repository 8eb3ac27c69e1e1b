package org.polywire.extract;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/**
 * Matches elements whose class holds one of some parts of words, or whose {@code itemprop} is one of some words, in either case.
 *
 * <p>The same as {@code [class*=…], [itemprop=…]}, but each class is read once and not once a part. Immutable.
 */
final class Named extends Evaluator {
    private final Needles parts;
    private final List<String> properties;

    /**
     * @param properties in lower case
     */
    Named(List<String> parts, List<String> properties) {
        this.parts = Needles.of(parts);
        this.properties = properties;
    }

    @Override
    public boolean matches(Element root, Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String classes = element.className();
        return parts.areIn(classes)
                || !properties.isEmpty()
                        && properties.contains(
                                Texts.lower(element.attr("itemprop")).strip());
    }
}
