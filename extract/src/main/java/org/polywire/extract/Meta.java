package org.polywire.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The {@code meta} elements of a page: by name, property or itemprop in lower case, in the order of the page. */
final class Meta {
    private final Map<String, List<String>> values = new HashMap<>();

    Meta(List<Element> metas) {
        for (Element meta : metas) {
            String value =
                    Markup.has(meta, "content") ? Markup.attribute(meta, "content") : Markup.attribute(meta, "value");
            for (String attribute : List.of("name", "property", "itemprop", "http-equiv")) {
                String name = Texts.lower(Markup.attribute(meta, attribute).strip());
                if (!name.isEmpty() && !value.isBlank()) {
                    values.computeIfAbsent(name, unused -> new ArrayList<>()).add(Texts.line(value));
                }
            }
        }
    }

    /** The first value of the first of these names that has one; empty if none. */
    String first(String... names) {
        for (String name : names) {
            List<String> found = all(name);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return "";
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
