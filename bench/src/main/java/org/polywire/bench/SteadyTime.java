package org.polywire.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that goes slower the busier the machine is, so that as much work fits into a minute of it as on a quiet machine.
 * Safe to share between threads.
 */
final class SteadyTime implements InstantSource {
    private final InstantSource real;
    private Instant since;
    private Instant then;
    private double slowness = 1;

    /** Goes with the real clock until it is told that the machine is slower. */
    SteadyTime(InstantSource real) {
        this.real = real;
        since = real.instant();
        then = since;
    }

    /** @param slowness how often slower than when it is quiet the machine is now; less than 1 counts as 1 */
    synchronized void slow(double slowness) {
        Instant now = real.instant();
        then = at(now);
        since = now;
        this.slowness = Math.max(1, slowness);
    }

    /** How long a time of this clock takes now. */
    synchronized Duration real(Duration duration) {
        return scaled(duration, slowness);
    }

    @Override
    public synchronized Instant instant() {
        return at(real.instant());
    }

    private Instant at(Instant now) {
        return then.plus(scaled(Duration.between(since, now), 1 / slowness));
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
