package org.polywire.check;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.EditDistance;

/**
 * How closely a translation follows its original's wording, which between close languages shows in the letters.
 *
 * <p>A free translation may turn “did not refuse” into “agreed” and “two dozen” into “24”: what differs there is no fault.
 * A literal one may not. Engines translate literally, so what they drop is seen.
 */
final class Likeness {
    /** The share of common trigrams that nine in ten human translations of a pair stay below. */
    private final Map<String, Double> limits;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Characters of a text that are compared. */
    private static final int COMPARED = 4_000;

    /** The share of letters in which two words agree that makes them cognates. */
    private static final double COGNATE = 0.6;

    /** Words before and after a place that are its surroundings. */
    private static final int REACH = 4;

    private Likeness(Map<String, Double> limits) {
        this.limits = limits;
    }

    static Likeness load() {
        return new Likeness(Lists.words("likeness.txt").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> Double.valueOf(entry.getValue().getFirst()))));
    }

    /** Whether a text is translated closely; taken for granted where the languages are too different to tell. */
    boolean isLiteral(String source, String target, UnitPair unit) {
        Double limit = limits.get(unit.from().language() + "-" + unit.to().language());
        return limit == null || share(plain(source), plain(target)) >= limit;
    }

    /** Whether it can be told for a pair of languages; then what a rule finds in literal wording is sure. */
    boolean knows(String from, String to) {
        return limits.containsKey(from + "-" + to);
    }

    /** The share of trigrams that two plain texts have in common, from 0 to 1. */
    private static double share(String one, String other) {
        Map<String, Integer> left = trigrams(one);
        int common = 0;
        for (Map.Entry<String, Integer> trigram : trigrams(other).entrySet()) {
            common += Math.min(trigram.getValue(), left.getOrDefault(trigram.getKey(), 0));
        }
        return 2.0 * common / Math.max(1, one.length() + other.length() - 4);
    }

    private static Map<String, Integer> trigrams(String text) {
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, text.length() - 2).forEach(i -> counts.merge(text.substring(i, i + 3), 1, Integer::sum));
        return counts;
    }

    /** Small letters and digits without marks, a space between words. */
    static String plain(String text) {
        String start = text.substring(0, Math.min(text.length(), COMPARED)).toLowerCase(Locale.ROOT);
        String bare =
                MARKS.matcher(Normalizer.normalize(start, Normalizer.Form.NFD)).replaceAll("");
        return " " + NOT_WORDS.matcher(bare).replaceAll(" ").strip() + " ";
    }

    /** Whether two words look like the same one in two languages; words of fewer than four letters never do. */
    static boolean cognates(String one, String other) {
        return arePlainCognates(plain(one).strip(), plain(other).strip());
    }

    private static boolean arePlainCognates(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        return shorter > 3
                && shorter >= COGNATE * longer
                && 1 - (double) EditDistance.of(one, other) / longer >= COGNATE;
    }

    /**
     * Whether a word before and one after a place in the original stand as close together in the translation: there the
     * wording is literal, whatever the rest. The beginning and the end of the text count as such words.
     */
    static boolean sameSurroundings(List<Word> source, int at, List<Word> target) {
        List<String> words = framed(source);
        List<String> others = framed(target);
        int middle = at + 1;
        for (int i = Math.max(0, middle - REACH); i < middle; i++) {
            for (int k = middle + 1; k < Math.min(words.size(), middle + 1 + REACH); k++) {
                if (standAlike(words, i, k, others)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the words at two indices have cognates in the other text that are as far apart, give or take one word. */
    private static boolean standAlike(List<String> words, int first, int last, List<String> others) {
        for (int j = 0; j < others.size(); j++) {
            if (arePlainCognates(words.get(first), others.get(j))) {
                for (int apart = last - first - 1; apart <= last - first + 1; apart++) {
                    if (apart > 0
                            && j + apart < others.size()
                            && arePlainCognates(words.get(last), others.get(j + apart))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<String> framed(List<Word> words) {
        return Stream.of(
                        Stream.of("<beginning>"),
                        words.stream().map(word -> plain(word.text()).strip()),
                        Stream.of("<end>"))
                .flatMap(texts -> texts)
                .toList();
    }
}
