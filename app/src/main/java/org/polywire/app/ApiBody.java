package org.polywire.app;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client of the translation server sent: named values, each one or several texts. Names that are not known are left aside, as LibreTranslate
 * does.
 */
record ApiBody(Map<String, List<String>> values, boolean several) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /**
     * @param several whether the texts came as a list, and so go back as one
     */
    ApiBody {
        values = Map.copyOf(values);
    }

    /**
     * @param contentType of the body; empty if it was not said
     * @throws ApiRefusal if it is neither JSON nor a form, or not in order
     */
    static ApiBody of(String contentType, byte[] body) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case JSON -> json(body);
            case FORM, "" -> form(new String(body, StandardCharsets.UTF_8));
            default -> throw ApiRefusal.of(415, "Send " + JSON + " or " + FORM + ", not " + type);
        };
    }

    private static ApiBody json(byte[] body) {
        try {
            JsonNode root = JsonMapper.shared().readTree(body);
            Map<String, List<String>> values = new HashMap<>();
            root.properties().forEach(entry -> values.put(entry.getKey(), texts(entry.getKey(), entry.getValue())));
            return new ApiBody(values, root.path("q").isArray());
        } catch (JacksonException e) {
            throw ApiRefusal.invalid("the body is not JSON: " + e.getOriginalMessage());
        }
    }

    private static List<String> texts(String name, JsonNode value) {
        if (!value.isArray()) {
            return value.isNull() ? List.of() : List.of(value.asString(""));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : value) {
            if (!text.isString()) {
                throw ApiRefusal.invalid(name + " is a text or a list of texts");
            }
            texts.add(text.asString());
        }
        return texts;
    }

    /** A form, as the URL Standard of WHATWG, section 5.1, reads it. A value that comes twice is a list. */
    private static ApiBody form(String body) {
        Map<String, List<String>> values = new HashMap<>();
        for (String field : body.split("&", -1)) {
            String[] parts = field.split("=", 2);
            values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : decoded(parts[1]).replace("\r\n", "\n"));
        }
        return new ApiBody(values, values.getOrDefault("q", List.of()).size() > 1);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiRefusal.invalid("the form is not encoded as it should be: " + e.getMessage());
        }
    }

    /** A value that must be there. */
    String required(String name) {
        String value = optional(name);
        if (value.isEmpty()) {
            throw ApiRefusal.invalid("missing " + name + " parameter");
        }
        return value;
    }

    /** A value that may be missing; then it is empty. */
    String optional(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** The texts to work on. */
    List<String> texts() {
        List<String> texts = values.getOrDefault("q", List.of());
        if (texts.stream().allMatch(String::isEmpty)) {
            throw ApiRefusal.invalid("missing q parameter");
        }
        return texts;
    }
}
