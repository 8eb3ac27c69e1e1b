package org.polywire.app;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client of the translation server sent: named values, each one or several texts. Names that are not known are left aside, as LibreTranslate
 * does.
 */
record ApiBody(Map<String, List<String>> values, boolean several) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data";
    private static final String JSON = "application/json";

    /** More than a client sends; texts of a list come as parts of one name. */
    private static final int MOST_PARTS = 20_000;

    /**
     * @param several whether the texts came as a list, and so go back as one
     */
    ApiBody {
        values = Map.copyOf(values);
    }

    /**
     * @param contentType of the body; empty if it was not said
     * @throws ApiRefusal if it is neither JSON nor a form of either kind, or not in order
     */
    static ApiBody of(String contentType, byte[] body) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case JSON -> json(body);
            case FORM, "" -> form(new String(body, StandardCharsets.UTF_8));
            case PARTS -> parts(contentType, body);
            default -> throw ApiRefusal.of(415, "Send " + JSON + ", " + FORM + " or " + PARTS + ", not " + type);
        };
    }

    private static ApiBody json(byte[] body) {
        try {
            JsonNode root = JsonMapper.shared().readTree(body);
            Map<String, List<String>> values = new HashMap<>();
            root.properties().forEach(entry -> values.put(entry.getKey(), texts(entry.getKey(), entry.getValue())));
            return new ApiBody(values, root.path("q").isArray());
        } catch (JacksonException e) {
            throw ApiRefusal.invalid("the body is not JSON" + line(e.getLocation()));
        }
    }

    /** Where reading stopped; what is nested too deep has no place. */
    private static String line(@Nullable TokenStreamLocation place) {
        return place == null ? "" : " (line " + place.getLineNr() + ")";
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

    /** A form of RFC 7578; what comes as a file is read as the text that it holds. */
    private static ApiBody parts(String contentType, byte[] body) {
        Map<String, List<String>> values = new HashMap<>();
        MultiPartFormData.Parser parser = parser(contentType, body.length);
        CompletableFuture<MultiPartFormData.Parts> reading = new CompletableFuture<>();
        parser.parse(
                Content.Source.from(ByteBuffer.wrap(body)),
                Promise.Invocable.from(InvocationType.BLOCKING, reading::complete, reading::completeExceptionally));
        try (MultiPartFormData.Parts parts = reading.join()) {
            for (MultiPart.Part part : parts) {
                values.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                        .add(unix(part.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (CompletionException e) {
            throw ApiRefusal.invalid("the parts of the form are not in order");
        }
        return form(values);
    }

    /** Everything stays in memory, as the body is there already. */
    private static MultiPartFormData.Parser parser(String contentType, int size) {
        String boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null) {
            throw ApiRefusal.invalid("the form does not say what stands between its parts");
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MOST_PARTS);
        parser.setMaxMemoryFileSize(size);
        return parser;
    }

    /** A form, as the URL Standard of WHATWG, section 5.1, reads it. A value that comes twice is a list. */
    private static ApiBody form(String body) {
        Map<String, List<String>> values = new HashMap<>();
        for (String field : body.split("&", -1)) {
            String[] parts = field.split("=", 2);
            values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : unix(decoded(parts[1])));
        }
        return form(values);
    }

    private static ApiBody form(Map<String, List<String>> values) {
        return new ApiBody(values, values.getOrDefault("q", List.of()).size() > 1);
    }

    /** Forms end their lines as the web does; LibreTranslate takes that back. */
    private static String unix(String text) {
        return text.replace("\r\n", "\n");
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
