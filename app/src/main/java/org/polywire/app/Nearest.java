package org.polywire.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.polywire.model.EditDistance;

/** Finds the word that was probably meant by a mistyped one. */
final class Nearest {
    private Nearest() {}

    /** The candidate with the fewest letters to change, if not too many would have to. */
    static Optional<String> to(String word, Collection<String> candidates) {
        int most = word.length() <= 3 ? 1 : Math.max(2, word.length() / 3);
        return candidates.stream()
                .filter(candidate -> EditDistance.of(word, candidate) <= most)
                .min(Comparator.comparingInt(candidate -> EditDistance.of(word, candidate)));
    }
}
