package org.polywire.gather;

import crawlercommons.robots.SimpleRobotRules;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Refused;
import org.polywire.gather.Host.Kept;
import org.polywire.gather.RobotsFile.Reading;
import org.polywire.model.Reason;

/**
 * Asks a site what it allows before anything else is asked of it, and remembers the answer for a day by the given clock.
 *
 * <p>Works on a {@link Host} whose turn the caller holds.
 */
final class Manners {
    /** RFC 9309, section 2.4. */
    private static final Duration DAY = Duration.ofDays(1);

    /** How long an unreachable robots.txt is not asked for again. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    /** How long rules that cannot be renewed are kept; RFC 9309, section 2.3.1.4, names 30 days. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Wire wire;
    private final RobotsFile robots;
    private final InstantSource clock;

    Manners(Wire wire, Guard guard, InstantSource clock) {
        this.wire = wire;
        this.robots = new RobotsFile(wire, guard);
        this.clock = clock;
    }

    /** Why an address may not be fetched now; empty if it may. */
    Optional<Fetch> objection(Host host, URI address, Purpose purpose, Deadline deadline) {
        Instant now = clock.instant();
        if (now.isBefore(host.quietUntil)) {
            Duration rest = Duration.between(now, host.quietUntil);
            return Optional.of(new Failed(Reason.RATE_LIMITED, "the host asked for quiet", rest));
        }
        if (!now.isBefore(host.robotsDue)) {
            readRobots(host, now, deadline);
        }
        Kept<SimpleRobotRules> rules = host.robots;
        if (rules == null) {
            return Optional.of(withoutRules(host, now));
        }
        if (!rules.value().isAllowed(address.toString())) {
            return Optional.of(new Refused(Reason.ROBOTS_FORBIDDEN, "robots.txt of " + host.authority.host()));
        }
        return purpose == Purpose.PAGE && reservations(host, now, deadline).reserve(address)
                ? Optional.of(new Refused(Reason.RIGHTS_RESERVED, "tdmrep.json of " + host.authority.host()))
                : Optional.empty();
    }

    private void readRobots(Host host, Instant now, Deadline deadline) {
        switch (robots.read(host.authority, deadline)) {
            case Reading.Rules(SimpleRobotRules rules) -> {
                host.robots = new Kept<>(rules, now);
                host.robotsDue = now.plus(DAY);
            }
            case Reading.Unreachable unreachable -> {
                host.unreachable = unreachable;
                host.robotsDue = unreachable.reason() == Reason.ROBOTS_UNREACHABLE ? now.plus(PAUSE) : now;
                if (host.robots != null && !host.robots.youngerThan(LONGEST, now)) {
                    host.robots = null;
                }
            }
        }
    }

    private static Fetch withoutRules(Host host, Instant now) {
        Reason reason = host.unreachable.reason();
        String detail = host.unreachable.detail();
        return reason == Reason.ADDRESS_REFUSED
                ? new Refused(reason, detail)
                : new Failed(reason, detail, Duration.between(now, host.robotsDue));
    }

    private Reservations reservations(Host host, Instant now, Deadline deadline) {
        if (host.reservations == null || !host.reservations.youngerThan(DAY, now)) {
            host.reservations = new Kept<>(Reservations.read(wire, host.authority, deadline), now);
        }
        return host.reservations.value();
    }
}
