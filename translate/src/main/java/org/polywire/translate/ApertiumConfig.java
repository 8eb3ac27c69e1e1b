package org.polywire.translate;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How Apertium is run.
 *
 * @param modes the folder of its mode files
 * @param pipelinesPerPair how many translate side by side for one pair of languages
 * @param idleTime after which a pipeline that nobody uses is ended
 */
public record ApertiumConfig(Path modes, int pipelinesPerPair, Duration idleTime) {

    /**
     * @throws IllegalArgumentException if there is no pipeline or the time is negative
     */
    public ApertiumConfig {
        if (pipelinesPerPair < 1 || idleTime.isNegative()) {
            throw new IllegalArgumentException(pipelinesPerPair + " pipelines, idle for " + idleTime);
        }
    }

    /** Debian's folder, a pipeline for each core, five minutes. */
    public static ApertiumConfig defaults() {
        return new ApertiumConfig(
                Path.of("/usr/share/apertium/modes"),
                Runtime.getRuntime().availableProcessors(),
                Duration.ofMinutes(5));
    }
}
