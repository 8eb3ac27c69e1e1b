package org.polywire.extract;

import org.jsoup.nodes.Element;

/**
 * Reads attributes as the parser of HTML leaves them, their names in lower case: to look for the name in either case, as jsoup does, takes
 * several times as long.
 */
final class Markup {
    private Markup() {}

    /** The value of an attribute; empty if it is not there. */
    static String attribute(Element element, String name) {
        return element.attributesSize() == 0 ? "" : element.attributes().get(name);
    }

    static boolean has(Element element, String name) {
        return element.attributesSize() > 0 && element.attributes().hasKey(name);
    }

    /** The whole class, as it is written. */
    static String classes(Element element) {
        return attribute(element, "class").trim();
    }

    static String id(Element element) {
        return attribute(element, "id");
    }
}
