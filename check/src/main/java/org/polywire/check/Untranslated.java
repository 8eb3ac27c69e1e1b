package org.polywire.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.LanguageTag;

/**
 * Text that came back as it was: a whole unit, or a run of words within one.
 *
 * <p>Close languages share many words, and a line of names is the same in both; so copied words count only if they are common
 * words and the language identifier finds them in the original's language.
 */
final class Untranslated implements UnitCheck {
    /** Common words that a copied unit must have before it is suspected. */
    private static final int LEAST_WORDS = 3;

    /** Galician shares so much with its neighbours that a title of a few words is often the same. */
    private static final int LEAST_WORDS_OF_GALICIAN = 7;

    /** Copied common words that fill quotation marks and are suspected: fewer are a title. */
    private static final int LEAST_QUOTED = 6;

    /** The same after a word with a capital: fewer are the rest of a body's name ({@code Institut national de la statistique}). */
    private static final int LEAST_OF_NAME = 5;

    /** Words of a unit that are compared. */
    private static final int MOST_WORDS = 2_000;

    /** Below this confidence the copied words may be in a third language, and stay; between close languages the third is often one as close. */
    private static final double LIKELY = 0.3;

    private static final double LIKELY_OF_CLOSE = 0.5;

    private static final double NEGLIGIBLE = 0.001;

    /**
     * What copied common words are worth together where languages have few in common: four that are likely of the original's language; three are an
     * expression that other languages took over ({@code know your customer}). Between close languages hardly one sound sentence in a thousand has as
     * much as {@link #CLOSE}, between Danish and Norwegian one in two hundred. Measured on NTREX-128, lines 1–1000 but every fourth document, 24
     * pairs, with eight words of the original put into each translation: decision 96.
     */
    private static final double FAR = 4;

    private static final double CLOSE = 8;

    /** Between Galician and Portuguese Apertium's sound output has up to 22. */
    private static final double NEARLY_ONE = 24;

    /** Words of a run that say nothing yet. */
    private static final double NO_RUN = 2.5;

    private static final int LEAST_RUN = 4;

    /** Characters of marks and white space about a quotation's words. */
    private static final int MARKS = 5;

    private final LanguageIdentifier identifier;

    Untranslated(LanguageIdentifier identifier) {
        this.identifier = identifier;
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        List<Word> source = first(Addresses.outside(unit.sourceWords(), Word::start, unit.source()));
        List<Word> target = first(Addresses.outside(unit.targetWords(), Word::start, unit.target()));
        if (common(source) >= (isOf(unit, "gl") ? LEAST_WORDS_OF_GALICIAN : LEAST_WORDS) && same(source, target)) {
            return whole(unit);
        }
        return run(unit, source, target);
    }

    private Stream<Finding> whole(UnitPair unit) {
        List<Guess> guesses = identifier.guesses(unit.source());
        double from = confidence(guesses, unit.from());
        double to = confidence(guesses, unit.to());
        if (from < 0.5 || from < to) {
            return Stream.of(unit.note(FindingCode.UNTRANSLATED, unit.target()));
        }
        return Stream.of(unit.hold(FindingCode.UNTRANSLATED, unit.target()));
    }

    private Stream<Finding> run(UnitPair unit, List<Word> source, List<Word> target) {
        Titles titles = Titles.of(unit);
        List<Word> run = longestRun(
                source, target.stream().filter(word -> !titles.hold(word)).toList());
        List<Word> common = run.stream().filter(Untranslated::isCommon).toList();
        return common.size() >= LEAST_RUN
                        && common.size() >= least(unit.target(), run)
                        && worth(common, unit) >= needed(unit)
                ? Stream.of(unit.hold(FindingCode.UNTRANSLATED, written(unit.target(), run)))
                : Stream.empty();
    }

    private static int least(String text, List<Word> run) {
        if (isQuoted(text, run)) {
            return LEAST_QUOTED;
        }
        return !run.isEmpty() && run.getFirst().capitalised() && !run.getFirst().initial() ? LEAST_OF_NAME : LEAST_RUN;
    }

    private static double needed(UnitPair unit) {
        if (isOf(unit, "gl") && isOf(unit, "pt")) {
            return NEARLY_ONE;
        }
        return areClose(unit) ? CLOSE : FAR;
    }

    private static boolean areClose(UnitPair unit) {
        return Languages.areClose(unit.from().language(), unit.to().language());
    }

    /** How much copied words speak for text that was left as it was: the more there are, the less sure need the identifier be of each. */
    private double worth(List<Word> words, UnitPair unit) {
        List<Guess> guesses = identifier.guesses(words.stream().map(Word::text).collect(Collectors.joining(" ")));
        double from = confidence(guesses, unit.from());
        double to = confidence(guesses, unit.to());
        return from < (areClose(unit) ? LIKELY_OF_CLOSE : LIKELY)
                ? 0
                : (words.size() - NO_RUN) * Math.log(from / Math.max(to, NEGLIGIBLE));
    }

    /** Whether words fill a quotation, as a title does. */
    private static boolean isQuoted(String text, List<Word> run) {
        return !run.isEmpty() && Quotations.spans(text).anyMatch(span -> isFilled(span, run));
    }

    private static boolean isFilled(MatchResult quotation, List<Word> run) {
        int start = run.getFirst().start();
        int end = run.getLast().end();
        return quotation.start() < start
                && quotation.end() > end
                && quotation.end() - quotation.start() - (end - start) <= MARKS;
    }

    private static boolean isOf(UnitPair unit, String language) {
        return unit.from().language().equals(language) || unit.to().language().equals(language);
    }

    private static double confidence(List<Guess> guesses, LanguageTag language) {
        return guesses.stream()
                .filter(guess -> guess.language().sameLanguage(language))
                .mapToDouble(Guess::confidence)
                .sum();
    }

    private static List<Word> first(List<Word> words) {
        return words.subList(0, Math.min(words.size(), MOST_WORDS));
    }

    private static long common(List<Word> words) {
        return words.stream().filter(Untranslated::isCommon).count();
    }

    private static boolean isCommon(Word word) {
        return word.hasLetters() && !word.capitalised();
    }

    private static boolean same(List<Word> source, List<Word> target) {
        return source.size() == target.size() && lower(source).equals(lower(target));
    }

    private static String lower(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
    }

    /** The longest run of the same words in both texts. */
    private static List<Word> longestRun(List<Word> source, List<Word> target) {
        Runs.Shared run = Runs.longest(source, target, Word::text, word -> true);
        return target.subList(run.end() - run.length(), run.end());
    }

    private static String written(String text, List<Word> run) {
        return text.substring(run.getFirst().start(), run.getLast().end());
    }
}
