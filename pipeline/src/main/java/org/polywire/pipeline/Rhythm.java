package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When things are done again: polls, visits to pages already taken, tries after failures.
 *
 * @param pollMin the shortest pause between two polls of a source; news halve the pause, silence lengthens it by a half, and it passes
 *     faster when the source usually publishes ({@link Habit})
 * @param pollMax the longest
 * @param revisitFirst how long after it was taken a page is looked at again; each visit without change doubles the pause
 * @param revisitMax the longest pause between two visits
 * @param revisitFor how long after its sighting a page is looked at again at all
 * @param retryFirst the pause after the first failure; each further one doubles it
 * @param retryMax the longest
 * @param tries after how many failures in a row a page is given up; a translation is tried as long as its article is news
 */
public record Rhythm(
        Duration pollMin,
        Duration pollMax,
        Duration revisitFirst,
        Duration revisitMax,
        Duration revisitFor,
        Duration retryFirst,
        Duration retryMax,
        int tries) {

    /** For real sources. With these a failing page is given up after about two days. */
    public static Rhythm defaults() {
        return new Rhythm(
                Duration.ofMinutes(1),
                Duration.ofHours(12),
                Duration.ofMinutes(5),
                Duration.ofHours(12),
                Duration.ofDays(7),
                Duration.ofSeconds(10),
                Duration.ofHours(6),
                16);
    }

    /** For a press on the same machine that has nobody to annoy. */
    public static Rhythm brisk() {
        return new Rhythm(
                Duration.ofMillis(300),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofDays(1),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                4);
    }

    public Rhythm {
        if (pollMin.isNegative() || pollMin.isZero() || pollMax.compareTo(pollMin) < 0) {
            throw new IllegalArgumentException("poll between " + pollMin + " and " + pollMax);
        }
        if (tries < 1) {
            throw new IllegalArgumentException("tries: " + tries);
        }
    }

    Duration pauseAfter(boolean news, Duration pause) {
        Duration next = news ? pause.dividedBy(2) : pause.multipliedBy(3).dividedBy(2);
        return clamp(next, pollMin, pollMax);
    }

    /**
     * When a source is polled next: after its pause in its own time, and not before its server and its feed want it, within our own
     * limits by the clock.
     */
    Instant nextPoll(Instant now, Duration pause, Instant wish, Habit habit) {
        Instant own = habit.after(now, pause);
        Instant later = wish.isAfter(own) ? wish : own;
        return now.plus(clamp(Duration.between(now, later), pollMin, pollMax));
    }

    /** When a page that was taken is visited next, if ever. */
    Optional<Instant> revisit(Instant sightedAt, int visits, Instant now) {
        Instant next = now.plus(doubled(revisitFirst, visits, revisitMax));
        return next.isAfter(sightedAt.plus(revisitFor)) ? Optional.empty() : Optional.of(next);
    }

    /**
     * How long an article may wait for its translation: as long as its page is looked at. What its source said of it since would not be
     * known, and old news would come as new.
     */
    Instant newsUntil(Instant taken) {
        return taken.plus(revisitFor);
    }

    /**
     * When a failed step is tried next: doubled with each failure, spread by up to a quarter so that failures of one cause do
     * not come back as one crowd, and not before the other side allows it.
     */
    Instant retry(int failures, Duration asked, RandomGenerator random, Instant now) {
        Duration pause = doubled(retryFirst, failures, retryMax);
        Duration next = pause.plus(part(pause, random));
        Duration patience = asked.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : asked;
        return now.plus(next.compareTo(patience) < 0 ? patience : next);
    }

    /** When many may be tried that wait for one instant: it, and up to a quarter of the wait later, but no longer than after a failure. */
    Instant spread(Instant again, RandomGenerator random, Instant now) {
        return again.plus(part(clamp(Duration.between(now, again), Duration.ZERO, retryMax), random));
    }

    private static Duration part(Duration pause, RandomGenerator random) {
        return Duration.ofMillis((long) (pause.toMillis() * random.nextDouble(0.25)));
    }

    private static Duration doubled(Duration first, int times, Duration max) {
        return clamp(first.multipliedBy(1L << Math.min(times, 20)), first, max);
    }

    private static Duration clamp(Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0) {
            return min;
        }
        return value.compareTo(max) > 0 ? max : value;
    }
}
