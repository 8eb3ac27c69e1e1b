package org.polywire.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.polywire.check.Stems.Stem;

/** Runs of words that stand twice: in one text, or in both of two. */
final class Runs {
    /** Words of a run that is looked for again. */
    private static final int RUN = 3;

    /** Letters of a word that says something. */
    private static final int LEAST_LETTERS = 4;

    /** Letters in which forms of one word differ at most. */
    private static final int LONGEST_ENDING = 3;

    /** Words of such a run in some languages. */
    private static final Map<String, Integer> LONGER_RUNS = Lists.words("runs.txt").entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Integer.valueOf(entry.getValue().getFirst())));

    /** Languages that write syllables, of which two that meet are no doubled word. */
    private static final Set<String> SYLLABLES = Lists.sets("allowed-doubles.txt").entrySet().stream()
            .filter(entry -> entry.getValue().contains(Repetition.ANY))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());

    private Runs() {}

    /**
     * How many more words of the translation than of the original stand in a run that was there before, or beside their double; without runs whose
     * words stand for such as the original repeats, in whatever number of words ({@code Ministry of the Interior}, {@code ministerstva vnitra}).
     */
    static int again(Alignment alignment, Languages languages) {
        boolean[] after = inRuns(alignment.target(), languages.to(), (run, times) -> false);
        int there = count(alignment.target(), after, languages.to());
        if (there == 0) {
            return 0;
        }
        boolean[] unexplained =
                isAny(after) ? inRuns(alignment.target(), languages.to(), repeatedIn(alignment)) : after;
        boolean[] before = inRuns(alignment.source(), languages.from(), (run, times) -> false);
        return Math.min(
                there - count(alignment.source(), before, languages.from()),
                count(alignment.target(), unexplained, languages.to()));
    }

    private static boolean isAny(boolean[] again) {
        for (boolean word : again) {
            if (word) {
                return true;
            }
        }
        return false;
    }

    /** Whether a run of the translation may have come so often: all its longer words stand for such as the original has as often. */
    private static BiPredicate<List<Stem>, Integer> repeatedIn(Alignment alignment) {
        return (run, times) -> {
            List<Integer> partners = run.stream()
                    .filter(word -> word.text().length() >= LEAST_LETTERS)
                    .map(word -> alignment.targetPartners()[word.index()])
                    .toList();
            return !partners.isEmpty()
                    && partners.stream()
                            .allMatch(partner -> partner >= 0 && often(alignment.source(), partner) >= times);
        };
    }

    /** How often a word stands in a text, in whatever form. */
    private static long often(List<Stem> words, int at) {
        Stem word = words.get(at);
        return words.stream()
                .filter(other -> other.key().equals(word.key()) && areForms(word.lower(), other.lower()))
                .count();
    }

    /** Whether two words differ in their last letters alone. */
    private static boolean areForms(String one, String other) {
        int same = Math.max(one.length(), other.length()) - LONGEST_ENDING;
        return one.regionMatches(0, other, 0, Math.max(0, same));
    }

    private static int count(List<Stem> stems, boolean[] again, String language) {
        int count = 0;
        for (int i = 0; i < again.length; i++) {
            count += again[i] || (!SYLLABLES.contains(language) && isDoubled(stems, i)) ? 1 : 0;
        }
        return count;
    }

    private static boolean[] inRuns(List<Stem> stems, String language, BiPredicate<List<Stem>, Integer> explained) {
        int length = LONGER_RUNS.getOrDefault(language, RUN);
        List<String> texts = stems.stream().map(Stem::text).toList();
        Map<List<String>, Integer> seen = new HashMap<>();
        boolean[] again = new boolean[stems.size()];
        for (int i = 0; i + length <= stems.size(); i++) {
            int times = seen.merge(texts.subList(i, i + length), 1, Integer::sum);
            if (times > 1 && !explained.test(stems.subList(i, i + length), times)) {
                Arrays.fill(again, i, i + length, true);
            }
        }
        return again;
    }

    private static boolean isDoubled(List<Stem> stems, int at) {
        String text = stems.get(at).text();
        return at > 0 && text.length() > 1 && text.equals(stems.get(at - 1).text());
    }

    /**
     * The longest run that stands in both of two texts.
     *
     * @param length words of it that count
     * @param end the index after its last word in the second text
     */
    record Shared(int length, int end) {}

    /**
     * @param text what of a word must be the same
     * @param counts whether a word of the first text counts for the length
     */
    static <W> Shared longest(List<W> one, List<W> other, Function<W, String> text, Predicate<W> counts) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] there = new int[other.size()];
        for (int j = 0; j < there.length; j++) {
            Integer known = numbers.putIfAbsent(text.apply(other.get(j)), j);
            there[j] = known == null ? j : known;
        }
        int[] lengths = new int[there.length + 1];
        Shared longest = new Shared(0, 0);
        for (W word : one) {
            Integer number = numbers.get(text.apply(word));
            if (number == null) {
                Arrays.fill(lengths, 0);
            } else {
                longest = longer(longest, lengths, there, number, counts.test(word) ? 1 : 0);
            }
        }
        return longest;
    }

    /** Goes on with the runs that end before each word of a text, and gives the longest so far. */
    private static Shared longer(Shared soFar, int[] lengths, int[] there, int number, int counted) {
        Shared longest = soFar;
        for (int j = there.length; j > 0; j--) {
            lengths[j] = there[j - 1] == number ? lengths[j - 1] + counted : 0;
            if (lengths[j] > longest.length()) {
                longest = new Shared(lengths[j], j);
            }
        }
        return longest;
    }
}
