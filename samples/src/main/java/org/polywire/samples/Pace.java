package org.polywire.samples;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How fast the sample press moves.
 *
 * @param betweenArrivals from one article's appearance to the next one's, over all papers
 * @param untilChange from an article's appearance to its correction, withdrawal or touch; it is also waited for after the
 *     first version was fetched, so that a follower can always see both
 * @param clock what time it is; moving it moves the press
 */
public record Pace(Duration betweenArrivals, Duration untilChange, InstantSource clock) {

    /**
     * @throws IllegalArgumentException if a duration is negative
     */
    public Pace {
        if (betweenArrivals.isNegative() || untilChange.isNegative()) {
            throw new IllegalArgumentException("a negative pace: " + betweenArrivals + ", " + untilChange);
        }
    }

    /** An article every 700 ms, a change 8 s after its article: quick to watch, slow enough to read. */
    public static Pace demo(InstantSource clock) {
        return new Pace(Duration.ofMillis(700), Duration.ofSeconds(8), clock);
    }

    /** Everything at once, and changes as soon as their article was fetched. */
    public static Pace atOnce(InstantSource clock) {
        return new Pace(Duration.ZERO, Duration.ZERO, clock);
    }
}
