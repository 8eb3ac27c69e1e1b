package org.polywire.translate;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How Apertium is run.
 *
 * @param modes the folder of its mode files
 * @param pipelinesPerPair how many translate side by side for one pair of languages
 * @param idleTime after which a pipeline that nobody uses is ended
 * @param knownNames how many places where a name may stand are remembered with what a dictionary said of them, for each of its three
 *     uses; none to ask each time
 */
public record ApertiumConfig(Path modes, int pipelinesPerPair, Duration idleTime, int knownNames) {
    /** The names of hundreds of articles; about 1 MB. */
    private static final int NAMES = 8_192;

    /**
     * @throws IllegalArgumentException if there is no pipeline, or the time or the number of names is negative
     */
    public ApertiumConfig {
        if (pipelinesPerPair < 1 || idleTime.isNegative() || knownNames < 0) {
            throw new IllegalArgumentException(
                    pipelinesPerPair + " pipelines, idle for " + idleTime + ", " + knownNames + " names");
        }
    }

    /** Debian's folder, a pipeline for each core, five minutes. */
    public static ApertiumConfig defaults() {
        return new ApertiumConfig(
                Path.of("/usr/share/apertium/modes"),
                Runtime.getRuntime().availableProcessors(),
                Duration.ofMinutes(5),
                NAMES);
    }

    /** The same, but that no name is remembered. */
    public ApertiumConfig withoutKnownNames() {
        return new ApertiumConfig(modes, pipelinesPerPair, idleTime, 0);
    }
}
