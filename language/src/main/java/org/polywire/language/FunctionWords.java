package org.polywire.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The grammar words of close languages, which settle what the characters of a short text leave open.
 *
 * <p>Confidence only moves between languages that have a list; their sum stays, so a language without one neither gains nor
 * loses. Immutable.
 */
final class FunctionWords {
    /** What a word that only one language has is worth, as a power of e; chosen on NTREX lines 1–1000. */
    private static final double WEIGHT = 1.5;

    /** Below this the characters are not believed: a language with the words may still win. */
    private static final double FLOOR = 1e-4;

    /** Words of a text that vote. */
    private static final int COUNTED = 200;

    /** The last character before all marks. */
    private static final int LAST_WITHOUT_MARKS = '\u02FF';

    private final Map<String, List<String>> languagesByWord = new HashMap<>();
    private final List<String> languages;

    private FunctionWords(Map<String, List<String>> wordsByLanguage) {
        languages = List.copyOf(wordsByLanguage.keySet());
        wordsByLanguage.forEach((language, words) -> words.stream()
                .distinct()
                .forEach(word -> languagesByWord.merge(word, List.of(language), FunctionWords::both)));
    }

    static FunctionWords load() {
        return new FunctionWords(Lists.read("function-words.txt"));
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Those that have a list. */
    List<String> languages() {
        return languages;
    }

    /** The same confidences, moved between close languages by the grammar words in the text. */
    Map<String, Double> settle(String text, Map<String, Double> confidences) {
        Map<String, Double> votes = votes(text);
        if (votes.isEmpty()) {
            return confidences;
        }
        Map<String, Double> weighed = new HashMap<>();
        for (String language : languages) {
            double believed = Math.max(FLOOR, confidences.getOrDefault(language, 0.0));
            weighed.put(language, believed * Math.exp(WEIGHT * votes.getOrDefault(language, 0.0)));
        }
        double before = languages.stream()
                .mapToDouble(language -> confidences.getOrDefault(language, 0.0))
                .sum();
        double after =
                weighed.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> settled = new HashMap<>(confidences);
        weighed.forEach((language, value) -> settled.put(language, value * before / after));
        return settled;
    }

    /** Each word has one vote, shared by the languages that have it. */
    private Map<String, Double> votes(String text) {
        Map<String, Double> votes = new HashMap<>();
        String small = text.toLowerCase(Locale.ROOT);
        int counted = 0;
        for (int at = 0; at < small.length() && counted < COUNTED; ) {
            int end = end(small, at);
            if (end > at) {
                counted++;
                List<String> having = languagesByWord.getOrDefault(small.substring(at, end), List.of());
                having.forEach(language -> votes.merge(language, 1.0 / having.size(), Double::sum));
            }
            at = Math.max(end, at + Character.charCount(small.codePointAt(at)));
        }
        return votes;
    }

    /** Where the word ends that begins at an index; the index itself if none does. */
    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && isLetterOrMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isLetterOrMark(int character) {
        return Character.isLetter(character) || (character > LAST_WITHOUT_MARKS && isMark(character));
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
