package org.polywire.check;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.polywire.language.Guess;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Unit.Role;

/** The translation is in the edition's language: as a whole, and in each unit that is long enough to tell. */
final class InLanguage implements Check {
    /** Words below which the language of a unit is not judged. */
    private static final int LEAST_WORDS = 10;

    private static final double SURE = 0.97;
    private static final double HARDLY = 0.01;

    private final Supplier<Signals> signals;

    /**
     * @param signals know the common words of languages, which is much cheaper than to ask the identifier, and what it said
     */
    InLanguage(Supplier<Signals> signals) {
        this.signals = signals;
    }

    @Override
    public Stream<Finding> review(Comparison comparison) {
        return Stream.concat(
                whole(comparison),
                comparison.units().stream()
                        .filter(this::foreign)
                        .map(unit -> unit.hold(FindingCode.WRONG_LANGUAGE, unit.target())));
    }

    private Stream<Finding> whole(Comparison comparison) {
        LanguageTag language = comparison.translation().article().language();
        String text = comparison.targetText();
        List<Text> texts =
                comparison.units().stream().map(unit -> unit.whole().target()).toList();
        return comparison.targetWords().limit(LEAST_WORDS).count() == LEAST_WORDS && isForeign(text, texts, language)
                ? Stream.of(UnitPair.finding(
                        FindingCode.WRONG_LANGUAGE,
                        Severity.REJECT,
                        Place.BODY,
                        "reads as " + signals.get().guesses(text).getFirst().language()))
                : Stream.empty();
    }

    /** Whether a unit is in another language, although its original is in the original's language (a foreign quotation stays). */
    private boolean foreign(UnitPair unit) {
        return unit.role() != Role.CELL
                && common(unit.targetWords()) >= LEAST_WORDS
                && isForeign(unit.whole().target(), unit.to())
                && !isForeign(unit.whole().source(), unit.from());
    }

    private static long common(List<Word> words) {
        return words.stream()
                .filter(word -> word.hasLetters() && !word.capitalised())
                .count();
    }

    private boolean isForeign(Text text, LanguageTag language) {
        return isForeign(text.written(), List.of(text), language);
    }

    /**
     * @param parts of the text
     */
    private boolean isForeign(String text, List<Text> parts, LanguageTag language) {
        if (signals.get().areSurely(parts, language.language())) {
            return false;
        }
        List<Guess> guesses = signals.get().guesses(text);
        double own = guesses.stream()
                .filter(guess -> guess.language().sameLanguage(language))
                .mapToDouble(Guess::confidence)
                .sum();
        return own < HARDLY && likeliest(guesses) > SURE;
    }

    /** How sure it is that a text is in the likeliest language or one that is hardly told from it, such as Danish from Norwegian. */
    private static double likeliest(List<Guess> guesses) {
        return guesses.stream()
                .filter(guess -> isLikeFirst(guess, guesses.getFirst()))
                .mapToDouble(Guess::confidence)
                .sum();
    }

    private static boolean isLikeFirst(Guess guess, Guess first) {
        return guess.equals(first)
                || Languages.areClose(
                        guess.language().language(), first.language().language());
    }
}
