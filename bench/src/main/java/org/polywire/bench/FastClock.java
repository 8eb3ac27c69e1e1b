package org.polywire.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs faster than the world's by a factor. Safe to share between threads. */
final class FastClock implements InstantSource {
    private final Instant start;
    private final long origin = System.nanoTime();
    private final double speed;

    FastClock(Instant start, double speed) {
        this.start = start;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos((long) ((System.nanoTime() - origin) * speed)));
    }
}
