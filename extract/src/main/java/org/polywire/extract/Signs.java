package org.polywire.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The {@link Sign}s of the classes of a page; the words of each class are looked for once. For one thread. */
final class Signs {
    private final Map<String, Set<Sign>> possible = new HashMap<>();

    boolean has(Element element, Sign sign) {
        return has(Markup.classes(element), sign);
    }

    boolean has(String classes, Sign sign) {
        return !classes.isEmpty() && possible(classes).contains(sign) && sign.isSure(classes);
    }

    private Set<Sign> possible(String classes) {
        Set<Sign> signs = possible.get(classes);
        if (signs == null) {
            signs = Sign.possible(classes);
            possible.put(classes, signs);
        }
        return signs;
    }
}
