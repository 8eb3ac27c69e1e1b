package org.polywire.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;

/** What the language identifier says of texts; the latest are kept, as the scores and a rule ask about the same. Safe to share between threads. */
final class Guesses {
    /** More than the sentences of most articles. */
    private static final int MOST = 256;

    private final LanguageIdentifier identifier;
    private final Map<String, List<Guess>> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Guess>> eldest) {
            return size() > MOST;
        }
    };

    Guesses(LanguageIdentifier identifier) {
        this.identifier = identifier;
    }

    List<Guess> of(String text) {
        synchronized (latest) {
            List<Guess> known = latest.get(text);
            if (known != null) {
                return known;
            }
        }
        List<Guess> guesses = identifier.guesses(Addresses.blanked(text));
        synchronized (latest) {
            latest.put(text, guesses);
        }
        return guesses;
    }

    /**
     * How far the language of a text seems to be another than some, as a decimal logarithm; 3 is the most.
     *
     * @param own whether a language, by its primary subtag, is one of them
     */
    double strangeness(String text, Predicate<String> own) {
        double known = 0.001;
        double best = 0;
        for (Guess guess : of(text)) {
            if (own.test(guess.language().language())) {
                known += guess.confidence();
            } else {
                best = Math.max(best, guess.confidence());
            }
        }
        return Math.max(0, Math.log10(best / known));
    }
}
