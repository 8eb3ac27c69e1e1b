package org.polywire.gather;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.polywire.gather.RobotsFile.Reading.Unreachable;
import org.polywire.model.Reason;

/**
 * What is remembered of one authority: whose turn it is, when the next request may go, what its rules are.
 *
 * <p>{@code users} belongs to {@link Hosts}; everything else only to the thread that holds the turn.
 */
final class Host {
    final Authority authority;
    final ReentrantLock turn = new ReentrantLock(true);
    int users;

    /** Whether what was remembered of it has been recalled. */
    boolean recalled;

    /** {@link System#nanoTime()} before which no request goes out, once there was one. */
    @Nullable
    Long next;

    /** The host asked us to stay away until then. */
    Instant quietUntil = Instant.MIN;

    @Nullable
    Kept<SimpleRobotRules> robots;

    /** What else its robots.txt says; as old as the rules. */
    RobotsExtras extras = RobotsExtras.NONE;

    /** The licences that its robots.txt names. */
    @Nullable
    Kept<List<Rsl>> licences;

    /** Why there are no rules, if there are none. */
    Unreachable unreachable = new Unreachable(Reason.ROBOTS_UNREACHABLE, "not asked yet");

    Instant robotsDue = Instant.MIN;

    @Nullable
    Kept<Reservations> reservations;

    /** Something that was read at a moment. */
    record Kept<T>(T value, Instant read) {
        boolean youngerThan(Duration age, Instant now) {
            return now.isBefore(read.plus(age));
        }
    }

    Host(Authority authority) {
        this.authority = authority;
    }

    /** How long its robots.txt asks to wait between requests; zero if it does not. */
    Duration crawlDelay() {
        long millis = robots == null ? 0 : robots.value().getCrawlDelay();
        return millis == BaseRobotRules.UNSET_CRAWL_DELAY ? Duration.ZERO : Duration.ofMillis(Math.max(0, millis));
    }

    long nanosToWait() {
        return next == null ? 0 : Math.max(0, next - System.nanoTime());
    }
}
