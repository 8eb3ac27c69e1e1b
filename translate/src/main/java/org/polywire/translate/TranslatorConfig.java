package org.polywire.translate;

import java.time.Duration;

/**
 * How articles are translated.
 *
 * @param threads how many units are translated side by side, over all articles
 * @param timeLimit for one article
 * @param maxCharacters of one article; a longer one is not translated
 */
public record TranslatorConfig(int threads, Duration timeLimit, int maxCharacters) {

    /**
     * @throws IllegalArgumentException if a limit is not positive
     */
    public TranslatorConfig {
        if (threads < 1 || !timeLimit.isPositive() || maxCharacters < 1) {
            throw new IllegalArgumentException(threads + " threads, " + timeLimit + ", " + maxCharacters);
        }
    }

    /** A thread for each core, two minutes, a million characters. */
    public static TranslatorConfig defaults() {
        return new TranslatorConfig(Runtime.getRuntime().availableProcessors(), Duration.ofMinutes(2), 1_000_000);
    }
}
