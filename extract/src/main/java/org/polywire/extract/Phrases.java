package org.polywire.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What pages say that is not part of a story, in the words of each language, from the files {@code phrases/*.txt}.
 *
 * <p>All languages are tried on every page: pages mix them, and the language is known only once the body is. Immutable.
 */
final class Phrases {
    static final List<String> LANGUAGES = List.of(
            "ar", "ca", "da", "de", "en", "es", "fa", "fr", "gl", "he", "hi", "it", "ja", "ko", "nl", "no", "pl", "pt",
            "ru", "sv", "tr", "uk", "zh");
    private static final int LONGEST = 220;

    enum Group {
        AD,
        RELATED,
        SHARE,
        NEWSLETTER,
        TOP,
        COMMENT,
        BIO,
        CONSENT,
        FOLLOW,
        PAYWALL,
        PLAYER,
        STAMP,
        RIGHTS,
        PRINT,
        DISCLOSURE,
        TAGS,
        /** Titles of error pages. */
        ERROR,
        /** The page is a machine translation. */
        MACHINE,
        /** A part of a word without which no phrase of MACHINE can match. */
        STEM,
        /** What stands before the name of an author. */
        BY,
        /** What an author is, not called. */
        ROLE,
        /** Names that are no person's. */
        DESK,
        /** What stands before the name of a photographer. */
        CREDIT,
        /** Words of a credit that name nobody. */
        RIGHTSWORD;

        boolean ofBlocks() {
            return compareTo(TAGS) <= 0;
        }
    }

    private final Map<Group, List<Pattern>> patterns = new EnumMap<>(Group.class);
    private final Pattern byline;
    private final Pattern credit;

    private Phrases(Map<Group, List<String>> sources) {
        sources.forEach((group, expressions) ->
                patterns.put(group, expressions.stream().map(Phrases::compiled).toList()));
        byline = compiled("^(?:" + String.join("|", sources.getOrDefault(Group.BY, List.of()))
                + ")(?:\\s*[:：]\\s*|\\s+(?=\\p{L}))");
        credit = compiled("(?:" + String.join("|", sources.getOrDefault(Group.CREDIT, List.of())) + ")");
    }

    private static Pattern compiled(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /**
     * @throws IllegalStateException if a line has no known group or no valid expression
     */
    static Phrases load() {
        Map<Group, List<String>> sources = new EnumMap<>(Group.class);
        for (String language : LANGUAGES) {
            for (String line : lines(language)) {
                String[] parts = line.split("\\s+", 2);
                Group group = Group.valueOf(parts[0].toUpperCase(Locale.ROOT));
                sources.computeIfAbsent(group, unused -> new ArrayList<>()).add(parts[1]);
            }
        }
        return new Phrases(sources);
    }

    private static List<String> lines(String language) {
        try (InputStream file = Phrases.class.getResourceAsStream("phrases/" + language + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no phrases for " + language);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The group that a whole block belongs to, if it is one of boilerplate and not longer than 25 words. */
    Optional<Group> ofBlock(String text) {
        if (text.length() > LONGEST || Words.of(text).size() > 25 && Words.length(text) < 2 * text.length()) {
            return Optional.empty();
        }
        for (Map.Entry<Group, List<Pattern>> entry : patterns.entrySet()) {
            if (entry.getKey().ofBlocks() && starts(entry.getKey(), text)) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    boolean starts(Group group, String text) {
        return patterns.getOrDefault(group, List.of()).stream()
                .anyMatch(pattern -> pattern.matcher(text).lookingAt());
    }

    boolean matches(Group group, String text) {
        return patterns.getOrDefault(group, List.of()).stream()
                .anyMatch(pattern -> pattern.matcher(text).matches());
    }

    /** The first words that match anywhere; empty if none. */
    String find(Group group, String text) {
        for (Pattern pattern : patterns.getOrDefault(group, List.of())) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return matcher.group();
            }
        }
        return "";
    }

    /** A byline without its "by". */
    String withoutBy(String byline) {
        return this.byline.matcher(byline).replaceFirst("");
    }

    boolean startsWithBy(String text) {
        return byline.matcher(text).lookingAt();
    }

    /** The expression that matches the label of a credit in any language. */
    String creditLabel() {
        return credit.pattern();
    }
}
