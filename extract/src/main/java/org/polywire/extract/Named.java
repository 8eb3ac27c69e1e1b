package org.polywire.extract;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/** Matches elements whose class has a sign, or whose {@code itemprop} is one of some words, in either case. */
final class Named extends Evaluator {
    private final Signs signs;
    private final Sign sign;
    private final List<String> properties;

    /**
     * @param properties in lower case
     */
    Named(Signs signs, Sign sign, String... properties) {
        this.signs = signs;
        this.sign = sign;
        this.properties = List.of(properties);
    }

    @Override
    public boolean matches(Element root, Element element) {
        return signs.has(element, sign) || hasProperty(element);
    }

    private boolean hasProperty(Element element) {
        return !properties.isEmpty()
                && properties.contains(
                        Texts.lower(Markup.attribute(element, "itemprop")).strip());
    }
}
