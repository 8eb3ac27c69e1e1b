package org.polywire.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
