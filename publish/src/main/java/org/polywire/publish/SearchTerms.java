package org.polywire.publish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader typed and chose on the search page, to be shown again; every component is empty if it was left out.
 *
 * @param text the words
 * @param source the id of a source
 * @param section a section's name
 * @param original the language of the original
 * @param since the first day; likewise {@code until}
 * @param order {@code newest}, or empty for the best matches first
 */
public record SearchTerms(
        String text, String source, String section, String original, String since, String until, String order) {

    /** A query that asks for the same. */
    String query() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("q", text);
        parts.put("source", source);
        parts.put("section", section);
        parts.put("original", original);
        parts.put("since", since);
        parts.put("until", until);
        parts.put("order", order);
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A query for a feed of the same: the newest come first there, however the reader orders them. */
    String feedQuery() {
        return new SearchTerms(text, source, section, original, since, until, "").query();
    }

    /** What is looked for, in a line. */
    String plain() {
        return Stream.of(text, source, section, original, since, until)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    boolean filtered() {
        return !(source + section + original + since + until + order).isEmpty();
    }

    /** Whether there is nothing to look for. */
    public boolean empty() {
        return text.isEmpty() && !filtered();
    }
}
