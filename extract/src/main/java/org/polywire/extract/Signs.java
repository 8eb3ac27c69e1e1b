package org.polywire.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The {@link Sign}s of the classes of a page, each class read once. For one thread. */
final class Signs {
    private final Map<String, Set<Sign>> known = new HashMap<>();

    boolean has(Element element, Sign sign) {
        return element.attributesSize() > 0 && of(Markup.classes(element)).contains(sign);
    }

    Set<Sign> of(String classes) {
        Set<Sign> signs = known.get(classes);
        if (signs == null) {
            signs = Sign.in(classes);
            known.put(classes, signs);
        }
        return signs;
    }
}
