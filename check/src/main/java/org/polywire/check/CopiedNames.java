package org.polywire.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words with capitals that an article's translation has as its original has them, beside what else tells whether they are names.
 *
 * @param original all words of the original, in small letters
 * @param small those that it writes small somewhere
 * @param all words with a capital that the translation has as well
 * @param within those of them whose place explains the capital in neither
 * @param alone those of them that stand without another beside them, as surnames do, and no {@code Street}
 */
record CopiedNames(Set<String> original, Set<String> small, Set<String> all, Set<String> within, Set<String> alone) {
    static CopiedNames of(Comparison comparison) {
        List<Word> source = comparison.sourceWords().toList();
        List<Word> target = comparison.targetWords().toList();
        return new CopiedNames(
                source.stream().map(Word::lower).collect(Collectors.toSet()),
                source.stream()
                        .filter(word -> !word.capitalised())
                        .map(Word::lower)
                        .collect(Collectors.toSet()),
                both(names(source, word -> true), names(target, word -> true)),
                both(names(source, word -> !word.initial()), names(target, word -> !word.initial())),
                both(alone(source), alone(target)));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Set<String> names(List<Word> words, Predicate<Word> counted) {
        return words.stream()
                .filter(word -> word.capitalised() && counted.test(word))
                .map(Word::text)
                .collect(Collectors.toSet());
    }

    private static Set<String> alone(List<Word> words) {
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).capitalised()
                        && (i == 0
                                || !words.get(i - 1).capitalised()
                                || words.get(i).initial())
                        && (i + 1 == words.size() || !words.get(i + 1).capitalised()))
                .mapToObj(i -> words.get(i).text())
                .collect(Collectors.toSet());
    }

    /** Whether a word stands with a capital within a sentence of both and nowhere small in the original. */
    boolean isName(String word) {
        return within.contains(word) && !small.contains(word.toLowerCase(Locale.ROOT));
    }
}
