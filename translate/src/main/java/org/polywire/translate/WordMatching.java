package org.polywire.translate;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Guesses which words of a translation stand for some words of its source, from what they look like: equal words and numbers, words of
 * a common origin, and, failing all that, the same part of the sentence. For engines that say nothing about it.
 */
final class WordMatching {
    /** Words of a common origin share at least this part of their letters, in order. */
    private static final double LIKE = 0.6;

    /** What one step away from the expected place costs, in likeness. */
    private static final double DISTANCE = 0.3;

    private static final int SHORT = 3;

    private WordMatching() {}

    /**
     * The target words for a run of source words.
     *
     * @param wanted the run, in order
     * @param place where its middle is in the sentence, from 0 to 1
     * @param free whether a target word may be taken
     * @return the range of the best words; its end is its start if no word is free
     */
    static Sentences.Range best(List<String> wanted, double place, List<String> target, BitSet free) {
        List<Integer> found = new ArrayList<>();
        for (String word : wanted) {
            like(word, place, target, free).ifPresent(found::add);
        }
        if (!found.isEmpty()) {
            int first = found.stream().mapToInt(Integer::intValue).min().orElseThrow();
            int last = found.stream().mapToInt(Integer::intValue).max().orElseThrow();
            boolean together = last - first <= 2 * wanted.size() && free.nextClearBit(first) > last;
            return together ? new Sentences.Range(first, last + 1) : new Sentences.Range(first, first + 1);
        }
        return nearest(place, target, free);
    }

    /** Whether two words look as if they had a common origin. */
    static boolean alike(String one, String other) {
        return likeness(one, other) >= LIKE;
    }

    private static OptionalInt like(String word, double place, List<String> target, BitSet free) {
        int best = -1;
        double most = 0;
        for (int i = free.nextSetBit(0); i >= 0 && i < target.size(); i = free.nextSetBit(i + 1)) {
            double likeness = likeness(word, target.get(i));
            double away = Math.abs((i + 0.5) / target.size() - place);
            if (likeness >= LIKE && likeness - DISTANCE * away > most) {
                most = likeness - DISTANCE * away;
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static Sentences.Range nearest(double place, List<String> target, BitSet free) {
        int wanted = (int) (place * target.size());
        int best = -1;
        for (int i = free.nextSetBit(0); i >= 0 && i < target.size(); i = free.nextSetBit(i + 1)) {
            if (best < 0 || Math.abs(i - wanted) < Math.abs(best - wanted)) {
                best = i;
            }
        }
        return best < 0 ? new Sentences.Range(0, 0) : new Sentences.Range(best, best + 1);
    }

    /** How alike two words are, from 0 to 1: the part of their letters that they share in order; very short ones must be equal. */
    static double likeness(String left, String right) {
        String one = plain(left);
        String other = plain(right);
        if (one.equals(other)) {
            return one.isEmpty() ? 0 : 1;
        }
        if (Math.min(one.length(), other.length()) <= SHORT || Character.isDigit(one.charAt(0))) {
            return 0;
        }
        return 2.0 * shared(one, other) / (one.length() + other.length());
    }

    private static int shared(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            for (int j = 1; j <= other.length(); j++) {
                row[j] = one.charAt(i - 1) == other.charAt(j - 1) ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
            }
            above = row;
        }
        return above[other.length()];
    }

    /** The letters and digits of a word, in small letters and without accents. */
    private static String plain(String word) {
        StringBuilder plain = new StringBuilder();
        Normalizer2.getNFDInstance()
                .normalize(word.toLowerCase(Locale.ROOT))
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(40)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
