package org.polywire.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What pages say that is not part of a story, in the words of each language, from the files {@code phrases/*.txt}.
 *
 * <p>All languages are tried on every page: pages mix them, and the language is known only once the body is. Immutable.
 */
final class Phrases {
    static final List<String> LANGUAGES = List.of(
            "ar", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "gl", "he", "hi", "hu", "it", "ja", "ko",
            "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh");
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
        /** Parts of words, in lower case, without which no phrase of MACHINE in the same file can match. */
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

    private final Map<Group, List<Phrase>> phrases = new EnumMap<>(Group.class);

    /** An expression with the letters that it can begin with, in lower case; no letters mean any. */
    private record Phrase(Pattern pattern, Set<Character> openings) {
        static Phrase of(String expression) {
            return new Phrase(compiled(expression), Openings.of(expression).orElse(Set.of()));
        }

        boolean mayOpen(String text) {
            return openings.isEmpty() || !text.isEmpty() && openings.contains(Character.toLowerCase(text.charAt(0)));
        }
    }
    /** Of each language: words without which no phrase of MACHINE can match, and those phrases. */
    private final List<Map.Entry<List<String>, List<Pattern>>> machines = new ArrayList<>();

    private final Pattern byline;
    private final Pattern credit;

    private Phrases(Map<Group, List<String>> sources, Map<String, List<String>> byLanguage) {
        byLanguage.values().forEach(this::machine);
        sources.forEach((group, expressions) -> phrases.put(
                group,
                expressions.stream()
                        .flatMap(expression -> Openings.parted(expression).stream())
                        .map(Phrase::of)
                        .toList()));
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
        Map<String, List<String>> byLanguage = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            byLanguage.put(language, lines(language));
            for (String line : byLanguage.get(language)) {
                String[] parts = line.split("\\s+", 2);
                Group group = Group.valueOf(parts[0].toUpperCase(Locale.ROOT));
                sources.computeIfAbsent(group, unused -> new ArrayList<>()).add(parts[1]);
            }
        }
        return new Phrases(sources, byLanguage);
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
        for (Map.Entry<Group, List<Phrase>> entry : phrases.entrySet()) {
            if (entry.getKey().ofBlocks() && starts(entry.getKey(), text)) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    boolean starts(Group group, String text) {
        for (Phrase phrase : phrases.getOrDefault(group, List.of())) {
            if (phrase.mayOpen(text) && phrase.pattern().matcher(text).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    boolean matches(Group group, String text) {
        for (Phrase phrase : phrases.getOrDefault(group, List.of())) {
            if (phrase.mayOpen(text) && phrase.pattern().matcher(text).matches()) {
                return true;
            }
        }
        return false;
    }

    private void machine(List<String> lines) {
        List<String> stems = lines.stream()
                .filter(line -> line.startsWith("stem"))
                .flatMap(line ->
                        Stream.of(line.replaceAll("^stem\\s+\\(\\?:|\\)$", "").split("\\|")))
                .toList();
        List<Pattern> patterns = lines.stream()
                .filter(line -> line.startsWith("machine"))
                .map(line -> compiled(line.split("\\s+", 2)[1]))
                .toList();
        machines.add(Map.entry(stems, patterns));
    }

    /** The words that say that the page is a machine translation; empty if none do. */
    String machineTranslated(String text) {
        String lower = Texts.lower(text);
        for (Map.Entry<List<String>, List<Pattern>> machine : machines) {
            if (machine.getKey().stream().anyMatch(lower::contains)) {
                for (Pattern pattern : machine.getValue()) {
                    Matcher matcher = pattern.matcher(text);
                    if (matcher.find()) {
                        return matcher.group();
                    }
                }
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
