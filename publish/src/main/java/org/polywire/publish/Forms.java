package org.polywire.publish;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Maps, lists and texts as JSON. Texts are cleaned before they are written: JSON would carry what {@link Plain} forbids, escaped. */
final class Forms {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Forms() {}

    static String json(Map<String, Object> form) {
        return JSON.writeValueAsString(cleaned(form));
    }

    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    private static @Nullable Object cleaned(@Nullable Object value) {
        return switch (value) {
            case String text -> Plain.clean(text);
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, inner) -> copy.put(name, cleaned(inner)));
                yield copy;
            }
            case Collection<?> list -> list.stream().map(Forms::cleaned).toList();
            case null -> null;
            default -> value;
        };
    }
}
