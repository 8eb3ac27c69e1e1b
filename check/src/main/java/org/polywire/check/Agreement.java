package org.polywire.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which negating words of a text are one denial: in {@code no vino ni llamó} there is one, in {@code no vino y no llamó} there are two
 * ({@code negation-agreement.txt}).
 */
final class Agreement {
    /** Languages in which one denial may have several negating words. */
    private static final Set<String> CONCORD =
            Set.of("es", "ca", "gl", "pt", "it", "fr", "ru", "uk", "cs", "fa", "he", "ar");

    /** Languages in which a negating pronoun needs the verb's denial, which may come after it: Slavic ones, and Persian, whose verb is the last word. */
    private static final Set<String> AFTER = Set.of("ru", "uk", "cs", "fa");

    /** Words between two negating words that belong together. */
    private static final int TOGETHER = 5;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;]\\s");

    /** Those of which each denies by itself, those that belong to another of their sentence, and the first of these, which carries it on. */
    private record Words(Set<String> alone, Set<String> following, String coordinating) {
        static final Words NONE = new Words(Set.of(), Set.of(), "");

        static Words of(List<String> lists) {
            String following = lists.getLast();
            return new Words(set(lists.getFirst()), set(following), following.split(" ", 2)[0]);
        }

        /** Whether a word denies by itself: it is of the list, or begins as one of it with a star does and does not follow another. */
        boolean isAlone(String word) {
            return alone.contains(word)
                    || !following.contains(word)
                            && alone.stream()
                                    .anyMatch(stem -> stem.endsWith("*")
                                            && word.startsWith(stem.substring(0, stem.length() - 1)));
        }

        private static Set<String> set(String words) {
            return Set.copyOf(Arrays.asList(words.split(" ", -1)));
        }
    }

    /** A negating word: its letters, where it begins, and its place among the words. */
    record Negator(String word, int offset, int index) {}

    private final Map<String, Words> words;

    private Agreement(Map<String, Words> words) {
        this.words = words;
    }

    static Agreement load() {
        return new Agreement(Lists.phrases("negation-agreement.txt").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Words.of(entry.getValue()))));
    }

    /** How many words a negating word may be from the one before it and be of one denial with it. */
    static int reach(String language) {
        return CONCORD.contains(language) ? TOGETHER : 1;
    }

    /** Whether a negating word carries a denial on ({@code ni}, {@code nor}): another language may deny anew there. */
    boolean coordinates(String word, String language) {
        return words.getOrDefault(language, Words.NONE).coordinating().equals(word);
    }

    /**
     * The indices of the words with which each denial of a text begins.
     *
     * @param lower the text in small letters, which the offsets of the negating words count in
     */
    List<Integer> denials(String lower, String language, List<Negator> negators) {
        Words known = words.getOrDefault(language, Words.NONE);
        List<Integer> begun = new ArrayList<>();
        boolean denied = false;
        int last = -TOGETHER;
        for (Negator next : negators) {
            boolean follows = isFollowing(lower, language, known, negators, next);
            boolean alone = known.isAlone(next.word());
            boolean again = denied && alone && next.index() > last;
            if (!follows && (again || next.index() >= last + reach(language))) {
                begun.add(next.index());
                denied = false;
            }
            denied |= alone;
            last = begun.isEmpty() ? last : next.index();
        }
        return begun;
    }

    /** Whether a negating word belongs to a denial before it in its sentence, or after it where languages have that. */
    private static boolean isFollowing(
            String lower, String language, Words known, List<Negator> negators, Negator word) {
        return known.following().contains(word.word())
                && negators.stream()
                        .filter(other -> other.offset() < word.offset()
                                || (AFTER.contains(language) && known.isAlone(other.word())))
                        .anyMatch(other -> other.offset() != word.offset() && inOneSentence(lower, other, word));
    }

    private static boolean inOneSentence(String lower, Negator one, Negator other) {
        int from = Math.min(one.offset(), other.offset());
        int to = Math.max(one.offset(), other.offset());
        return !SENTENCE_END.matcher(lower).region(from, to).find();
    }
}
