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

    /** The languages that have each of some words, a bit each; none has a word with a capital, which may be a name. */
    int[] having(List<Stem> words) {
        int[] having = new int[words.size()];
        for (int i = 0; i < having.length; i++) {
            Stem word = words.get(i);
            having[i] = word.large() ? 0 : languages.getOrDefault(word.key(), 0);
        }
        return having;
    }

    /** Whether words are surely in a language, by the languages that have them. */
    static boolean isIn(int[] words, String language) {
        return isIn(words, language, SURE);
    }

    /**
     * @param sure how much more the words must speak for the language than for any other
     */
    static boolean isIn(int[] words, String language, double sure) {
        double[] votes = new double[ALL.size()];
        int voting = 0;
        for (int having : words) {
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
