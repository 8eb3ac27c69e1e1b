package org.polywire.extract;

import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Reads attributes as the parser of HTML leaves them, their names in lower case: to look for the name in either case, as jsoup does, takes
 * several times as long.
 */
final class Markup {
    /**
     * All attributes that are read of elements, the last four by the parser itself, in icons and formulas; what a page says in others is left
     * out of it before it is parsed ({@link Skim}).
     */
    private static final Set<String> READ = Set.of(
            ("id, class, role, hidden, style, lang, xml:lang, translate, title, type, name, property, itemprop, itemtype, content, value, "
                            + "http-equiv, charset, rel, href, datetime, cite, alt, width, height, clear, aria-hidden, aria-modal, aria-label, "
                            + "src, srcset, data-src, data-srcset, data-original, data-original-set, data-lazy, data-lazy-src, data-lazy-srcset, "
                            + "data-image, data-url, data-full-src, data-hi-res-src, data-caption, data-image-caption, data-credit, data-copyright, "
                            + "data-source, data-testid, data-component, data-type, data-videoid, videoid, data-instgrm-permalink, "
                            + "encoding, color, face, size")
                    .split(", "));

    /** Part of a name, in either case, that alone says something, whatever its element has for a value. */
    static final String CRUMB = "crumb";

    private static final Names MAY_BE_READ = new Names(READ);

    private Markup() {}

    /** The value of an attribute; empty if it is not there. */
    static String attribute(Element element, String name) {
        assert READ.contains(name) : name;
        return element.attributes().get(name);
    }

    static boolean has(Element element, String name) {
        assert READ.contains(name) : name;
        return element.attributes().hasKey(name);
    }

    /** Whether an attribute is read that has a part of a text for its name; some are let through that are not. */
    static boolean mayBeRead(String text, int from, int to) {
        return MAY_BE_READ.mayHold(text, from, to) || holdsCrumb(text, from, to);
    }

    private static boolean holdsCrumb(String text, int from, int to) {
        for (int i = from; i <= to - CRUMB.length(); i++) {
            if ((text.charAt(i) | ' ') == 'c' && text.regionMatches(true, i, CRUMB, 0, CRUMB.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has no attribute at all. */
    static boolean isBare(Element element) {
        return element.attributes().isEmpty();
    }

    /** The whole class, as it is written. */
    static String classes(Element element) {
        return attribute(element, "class").trim();
    }

    static String id(Element element) {
        return attribute(element, "id");
    }
}
