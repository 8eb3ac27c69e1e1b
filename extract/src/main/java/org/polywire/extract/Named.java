package org.polywire.extract;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/**
 * Matches elements whose class holds one of some parts of words, or whose {@code itemprop} is one of some words, in either case.
 *
 * <p>The same as {@code [class*=…], [itemprop=…]}, but each class is folded once and not once a part. Immutable.
 */
final class Named extends Evaluator {
    private final List<String> parts;
    private final List<String> properties;

    /**
     * @param parts in lower case
     * @param properties in lower case
     */
    Named(List<String> parts, List<String> properties) {
        this.parts = parts;
        this.properties = properties;
    }

    @Override
    public boolean matches(Element root, Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String classes = element.className();
        if (!classes.isEmpty() && hasPart(Texts.lower(classes))) {
            return true;
        }
        return !properties.isEmpty()
                && properties.contains(Texts.lower(element.attr("itemprop")).strip());
    }

    private boolean hasPart(String classes) {
        for (String part : parts) {
            if (classes.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
