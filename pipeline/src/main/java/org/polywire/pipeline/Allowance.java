package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often something may be done for each of many: once in so much time, and a few times at once after a rest (the generic cell
 * rate algorithm of ITU-T I.371). Safe to share between threads; who rested is forgotten.
 *
 * @param <K> whom it is counted for
 */
final class Allowance<K> {
    private static final int MANY = 10_000;

    private final Duration pace;
    private final Duration burst;
    private final Map<K, Instant> spentUntil = new ConcurrentHashMap<>();

    /** @param times that it may be done at once */
    Allowance(Duration pace, int times) {
        this.pace = pace;
        burst = pace.multipliedBy(times - 1L);
    }

    /** How long it must wait; zero if it may be done, which then counts. */
    Duration take(K whom, Instant now) {
        Instant[] wait = {now};
        spentUntil.compute(whom, (key, spent) -> {
            Instant from = spent == null || spent.isBefore(now) ? now : spent;
            wait[0] = from.minus(burst);
            return wait[0].isAfter(now) ? from : from.plus(pace);
        });
        if (spentUntil.size() > MANY) {
            spentUntil.values().removeIf(spent -> !spent.isAfter(now));
        }
        return wait[0].isAfter(now) ? Duration.between(now, wait[0]) : Duration.ZERO;
    }
}
