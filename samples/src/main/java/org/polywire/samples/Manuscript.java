package org.polywire.samples;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An article as its desk wrote it. The file has lines {@code key: value}, a line {@code ---} and the body as an HTML fragment.
 *
 * @param paper the id of the paper that prints it
 * @param head by key; see the module's README for the keys
 * @param body the fragment
 */
record Manuscript(String paper, Map<String, String> head, String body) {
    Manuscript {
        head = Map.copyOf(head);
    }

    static Manuscript load(String paper, String file) {
        return parse(paper, Resources.text(paper + "/" + file + ".html"));
    }

    /**
     * @throws IllegalArgumentException if the head has no end or lacks slug, headline, section or published
     */
    static Manuscript parse(String paper, String text) {
        String[] parts = text.split("(?m)^---\\s*$", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("a manuscript without a line ---: " + text);
        }
        Map<String, String> head = head(parts[0]);
        Stream.of("slug", "headline", "section", "published")
                .filter(key -> !head.containsKey(key))
                .forEach(key -> {
                    throw new IllegalArgumentException("a manuscript without " + key + ": " + head);
                });
        return new Manuscript(paper, head, parts[1].strip());
    }

    private static Map<String, String> head(String lines) {
        Map<String, String> head = new LinkedHashMap<>();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> put(head, line));
        return head;
    }

    private static void put(Map<String, String> head, String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a head line: " + line);
        }
        String key = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        head.merge(key, value, (first, second) -> first + "\n" + second);
    }

    /** Empty if the head does not have it. */
    String word(String key) {
        return head.getOrDefault(key, "");
    }

    /** What stands between the commas of a head line. */
    List<String> words(String key) {
        return Stream.of(word(key).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    OffsetDateTime published() {
        return OffsetDateTime.parse(word("published"));
    }

    /** The first of its traps that changes what must become of it. */
    Special special() {
        return words("trap").stream()
                .flatMap(name -> Special.named(name).stream())
                .findFirst()
                .orElse(Special.NONE);
    }

    boolean broken() {
        return words("trap").contains("broken-html");
    }

    /** The article as its desk corrected it: the file of the same name with {@code .v2}. */
    Manuscript corrected() {
        return load(paper, word("slug") + ".v2");
    }
}
