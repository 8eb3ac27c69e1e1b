package org.polywire.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polywire.check.Stems.Stem;

/**
 * In which language the common words of a text are, as far as the lexica know them: a word that few languages have counts more.
 *
 * <p>Much cheaper than asking {@link org.polywire.language.LanguageIdentifier}, which is asked only where this is not sure.
 * Immutable.
 */
final class Tongues {
    /** The languages that have a lexicon. */
    static final List<String> ALL = List.of(
            "ar", "ca", "cs", "da", "de", "en", "es", "fa", "fr", "gl", "he", "hi", "it", "ja", "ko", "nb", "nl", "nn",
            "pt", "ru", "sv", "tr", "uk", "vi", "zh");

    /** Words that a text needs to be judged. */
    private static final int LEAST = 4;

    /** How much more the words must speak for the language than for any other. */
    private static final double SURE = 1.1;

    /** For each key the languages that have it, a bit each. */
    private final Map<String, Integer> languages = new HashMap<>();

    private Tongues() {}

    static Tongues of(Map<String, Lexicon> lexica) {
        Tongues tongues = new Tongues();
        for (int i = 0; i < ALL.size(); i++) {
            int bit = 1 << i;
            Lexicon lexicon = lexica.getOrDefault(ALL.get(i), Lexicon.EMPTY);
            lexicon.entries().keySet().forEach(key -> tongues.languages.merge(key, bit, (one, other) -> one | other));
        }
        return tongues;
    }

    /** Whether a text is surely in a language. */
    boolean isIn(List<Stem> words, String language) {
        return isIn(words, language, SURE);
    }

    /**
     * @param sure how much more the words must speak for the language than for any other
     */
    boolean isIn(List<Stem> words, String language, double sure) {
        double[] votes = new double[ALL.size()];
        int voting = 0;
        for (Stem word : words) {
            int having = word.large() ? 0 : languages.getOrDefault(word.key(), 0);
            if (having != 0) {
                voting++;
                double vote = 1.0 / Integer.bitCount(having);
                for (int left = having; left != 0; left &= left - 1) {
                    votes[Integer.numberOfTrailingZeros(left)] += vote;
                }
            }
        }
        int own = ALL.indexOf(language);
        if (own < 0 || voting < LEAST) {
            return false;
        }
        for (int i = 0; i < votes.length; i++) {
            if (i != own && votes[own] < sure * votes[i]) {
                return false;
            }
        }
        return true;
    }
}
