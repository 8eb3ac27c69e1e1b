package org.polywire.check;

import java.util.List;
import java.util.Locale;
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

    /** Copied common words in a row that are suspected inside a unit. */
    private static final int LEAST_RUN = 6;

    private static final int LEAST_RUN_OF_GALICIAN = 14;

    /** Words of a unit that are compared. */
    private static final int MOST_WORDS = 2_000;

    private static final double SURE = 0.95;
    private static final double HARDLY = 0.02;

    private final LanguageIdentifier identifier;

    Untranslated(LanguageIdentifier identifier) {
        this.identifier = identifier;
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        List<Word> source = first(Addresses.outside(unit.sourceWords(), Word::start, unit.source()));
        List<Word> target = first(Addresses.outside(unit.targetWords(), Word::start, unit.target()));
        if (common(source) >= (isGalician(unit) ? LEAST_WORDS_OF_GALICIAN : LEAST_WORDS) && same(source, target)) {
            return whole(unit);
        }
        return run(unit, source, target);
    }

    private Stream<Finding> whole(UnitPair unit) {
        double from = confidence(unit.source(), unit.from());
        double to = confidence(unit.source(), unit.to());
        if (from < 0.5 || from < to) {
            return Stream.of(unit.note(FindingCode.UNTRANSLATED, unit.target()));
        }
        return Stream.of(unit.hold(FindingCode.UNTRANSLATED, unit.target()));
    }

    private Stream<Finding> run(UnitPair unit, List<Word> source, List<Word> target) {
        String run = longestRun(unit.target(), source, target);
        return common(Word.of(run)) >= (isGalician(unit) ? LEAST_RUN_OF_GALICIAN : LEAST_RUN)
                        && confidence(run, unit.from()) > SURE
                        && confidence(run, unit.to()) < HARDLY
                ? Stream.of(unit.hold(FindingCode.UNTRANSLATED, run))
                : Stream.empty();
    }

    private static boolean isGalician(UnitPair unit) {
        return unit.from().language().equals("gl") || unit.to().language().equals("gl");
    }

    private double confidence(String text, LanguageTag language) {
        return identifier.guesses(text).stream()
                .filter(guess -> guess.language().sameLanguage(language))
                .mapToDouble(Guess::confidence)
                .sum();
    }

    private static List<Word> first(List<Word> words) {
        return words.subList(0, Math.min(words.size(), MOST_WORDS));
    }

    private static long common(List<Word> words) {
        return words.stream()
                .filter(Word::hasLetters)
                .filter(word -> !word.capitalised())
                .count();
    }

    private static boolean same(List<Word> source, List<Word> target) {
        return lower(source).equals(lower(target));
    }

    private static String lower(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
    }

    /** The longest run of the same words in both texts. */
    private static String longestRun(String targetText, List<Word> source, List<Word> target) {
        int[] lengths = new int[target.size() + 1];
        int longest = 0;
        int end = 0;
        for (Word word : source) {
            for (int j = target.size(); j > 0; j--) {
                lengths[j] = word.text().equals(target.get(j - 1).text()) ? lengths[j - 1] + 1 : 0;
                if (lengths[j] > longest) {
                    longest = lengths[j];
                    end = j;
                }
            }
        }
        List<Word> run = target.subList(end - longest, end);
        return run.isEmpty()
                ? ""
                : targetText.substring(run.getFirst().start(), run.getLast().end());
    }
}
