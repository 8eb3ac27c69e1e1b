package org.polywire.translate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Watches over what an engine on the web is sent: a budget of characters a month that is never overspent, a rate of requests, and a breaker
 * that leaves a failing service alone for a while. Safe to share between threads.
 */
final class Meter {
    /** So many failures in a row trip the breaker. */
    private static final int FAILURES = 5;

    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WebEngineConfig config;
    private final Consumer<Spending> saved;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Instant> requests = new ArrayDeque<>();
    private Spending spending;
    private int failures;
    private Instant restingUntil = Instant.EPOCH;
    private String restingWhy = "";

    /**
     * @param spending what was spent before
     * @param saved is given what is spent, before it is: what a crash loses must be the text, not the bill
     */
    Meter(WebEngineConfig config, Spending spending, Consumer<Spending> saved, InstantSource clock) {
        this.config = config;
        this.spending = spending;
        this.saved = saved;
        this.clock = clock;
    }

    /** Why the service may not be used now; empty if it may. */
    Optional<String> refusal() {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (now.isBefore(restingUntil)) {
                return Optional.of(
                        restingWhy + "; it is left alone until " + restingUntil.truncatedTo(ChronoUnit.SECONDS));
            }
            return config.budget() > 0 && current().characters() >= config.budget()
                    ? Optional.of("its budget of " + config.budget() + " characters for "
                            + current().month() + " is spent")
                    : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes characters out of the budget, before they are sent.
     *
     * @return why not; empty if it was done
     */
    Optional<String> charge(long characters) {
        lock.lock();
        try {
            Optional<String> refusal = refusal();
            if (refusal.isPresent()) {
                return refusal;
            }
            Spending after = current().plus(characters);
            if (config.budget() > 0 && after.characters() > config.budget()) {
                return Optional.of("its budget of " + config.budget() + " characters for " + after.month()
                        + " does not hold " + characters + " more");
            }
            saved.accept(after);
            spending = after;
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** The budget and what is left of it; empty if there is none. */
    Optional<Engine.Allowance> allowance() {
        lock.lock();
        try {
            return config.budget() > 0
                    ? Optional.of(new Engine.Allowance(
                            Math.max(0, config.budget() - current().characters()), config.budget()))
                    : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** When so many characters may be sent: after the service was left alone, and in a month whose budget has room; empty if now. */
    Optional<Instant> resumes(long characters) {
        lock.lock();
        try {
            Instant rested = restingUntil.isAfter(clock.instant()) ? restingUntil : Instant.EPOCH;
            Spending now = current();
            boolean full = config.budget() > 0 && now.characters() + characters > config.budget();
            Instant room = full ? turn(now.month()) : Instant.EPOCH;
            return Optional.of(room.isAfter(rested) ? room : rested).filter(Instant.EPOCH::isBefore);
        } finally {
            lock.unlock();
        }
    }

    /** When the month after this one begins. */
    private static Instant turn(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Spending current() {
        return spending.in(YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /** How long the next request has to wait for the rate; its place is taken. */
    Duration delay() {
        lock.lock();
        try {
            Instant now = clock.instant();
            while (!requests.isEmpty() && !requests.getFirst().isAfter(now.minus(MINUTE))) {
                requests.removeFirst();
            }
            boolean full = config.perMinute() > 0 && requests.size() >= config.perMinute();
            Instant at = full ? next() : now;
            requests.addLast(at);
            return Duration.between(now, at);
        } finally {
            lock.unlock();
        }
    }

    /** A minute after the request that has to be a minute old before another one fits. */
    private Instant next() {
        return requests.stream()
                .skip(requests.size() - config.perMinute())
                .findFirst()
                .orElseThrow()
                .plus(MINUTE);
    }

    void succeeded() {
        lock.lock();
        try {
            failures = 0;
        } finally {
            lock.unlock();
        }
    }

    void failed(String why) {
        lock.lock();
        try {
            failures++;
            if (failures >= FAILURES) {
                failures = 0;
                rest(REST, failuresInWords(why));
            }
        } finally {
            lock.unlock();
        }
    }

    private static String failuresInWords(String why) {
        return "it failed " + FAILURES + " times in a row, last because " + why;
    }

    /** Leaves the service alone for a while, but for no longer than a day: one odd answer must not lose the news of a week. */
    void rest(Duration time, String why) {
        lock.lock();
        try {
            restingUntil = clock.instant().plus(time.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : time);
            restingWhy = why;
        } finally {
            lock.unlock();
        }
    }
}
