package org.polywire.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/**
 * A sentence is negated in the translation if and only if it is in the original.
 *
 * <p>Held where the wording is literal, in the sentence or around the negating word; elsewhere a note.
 */
final class Negations implements UnitCheck {
    private final Map<String, Set<String>> words;
    private final Map<String, List<String>> harmless;
    private final Likeness likeness;

    private Negations(Map<String, Set<String>> words, Map<String, List<String>> harmless, Likeness likeness) {
        this.words = words;
        this.harmless = harmless;
        this.likeness = likeness;
    }

    static Negations load(Likeness likeness) {
        return new Negations(Lists.sets("negation.txt"), Lists.phrases("negation-harmless.txt"), likeness);
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        String from = unit.from().language();
        String to = unit.to().language();
        if (!words.containsKey(from) || !words.containsKey(to)) {
            return Stream.empty();
        }
        return unit.texts().flatMap(text -> {
            List<Word> source = words(text.source(), from);
            List<Word> target = words(text.target(), to);
            int before = negation(source, from);
            int after = negation(target, to);
            if (before < 0 == after < 0) {
                return Stream.empty();
            }
            boolean literal = likeness.isLiteral(text.source(), text.target(), unit)
                    || (before >= 0
                            ? Likeness.sameSurroundings(source, before, target)
                            : Likeness.sameSurroundings(target, after, source));
            return Stream.of(
                    literal
                            ? unit.hold(FindingCode.NEGATION, text.evidence())
                            : unit.note(FindingCode.NEGATION, text.evidence()));
        });
    }

    /** The words of a text without the phrases that only look negative ({@code sin embargo}). */
    private List<Word> words(String text, String language) {
        String rest = text.toLowerCase(Locale.ROOT);
        for (String phrase : harmless.getOrDefault(language, List.of())) {
            rest = rest.replace(phrase, " ");
        }
        return Word.of(rest);
    }

    /** The index of the first negating word, or -1. */
    private int negation(List<Word> text, String language) {
        Set<String> negations = words.getOrDefault(language, Set.of());
        return IntStream.range(0, text.size())
                .filter(i -> negations.contains(text.get(i).text()))
                .findFirst()
                .orElse(-1);
    }
}
