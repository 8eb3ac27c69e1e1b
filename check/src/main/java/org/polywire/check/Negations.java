package org.polywire.check;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** A sentence is negated in the translation if and only if it is in the original. */
final class Negations implements UnitCheck {
    private final Map<String, Set<String>> words;

    private Negations(Map<String, Set<String>> words) {
        this.words = words;
    }

    static Negations load() {
        return new Negations(Lists.sets("negation.txt"));
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        if (!words.containsKey(unit.from().language())
                || !words.containsKey(unit.to().language())) {
            return Stream.empty();
        }
        return unit.texts()
                .filter(text -> negated(text.source(), unit.from().language())
                        != negated(text.target(), unit.to().language()))
                .map(text -> unit.hold(FindingCode.NEGATION, text.evidence()));
    }

    private boolean negated(String text, String language) {
        Set<String> negations = words.getOrDefault(language, Set.of());
        return Word.of(text).stream().map(Word::lower).anyMatch(negations::contains);
    }
}
