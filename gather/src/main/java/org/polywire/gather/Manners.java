package org.polywire.gather;

import crawlercommons.robots.SimpleRobotRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.gather.Answer.Response;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Refused;
import org.polywire.gather.Host.Kept;
import org.polywire.gather.HostMemory.HostFile;
import org.polywire.gather.RobotsFile.Reading;
import org.polywire.model.Bytes;
import org.polywire.model.Headers;
import org.polywire.model.Reason;
import org.polywire.model.Signal;

/**
 * Asks a site what it allows before anything else is asked of it, and remembers the answer for a day by the given clock.
 *
 * <p>Works on a {@link Host} whose turn the caller holds.
 */
final class Manners {
    /** RFC 9309, section 2.4. */
    private static final Duration DAY = Duration.ofDays(1);

    /** How long an unreachable robots.txt is not asked for again, unless its server asks for longer. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    /** How long rules that cannot be renewed are kept; RFC 9309, section 2.3.1.4, names 30 days. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final int MOST_SITEMAPS = 20;
    private static final String ROBOTS = "robots.txt";
    private static final String RESERVATIONS = "tdmrep.json";

    private final Web web;
    private final Guard guard;
    private final Hosts hosts;
    private final RobotsFile robots;
    private final InstantSource clock;
    private volatile HostMemory memory = HostMemory.NONE;

    Manners(Web web, Guard guard, Hosts hosts, InstantSource clock) {
        this.web = web;
        this.guard = guard;
        this.hosts = hosts;
        this.robots = new RobotsFile(web, guard);
        this.clock = clock;
    }

    /** Keeps what it reads there from now on, and looks there before it asks a site. */
    void rememberIn(HostMemory place) {
        memory = place;
    }

    /** Why an address may not be fetched now; empty if it may. */
    Optional<Fetch> objection(Host host, URI address, Purpose purpose, Deadline deadline) {
        Instant now = clock.instant();
        if (now.isBefore(host.quietUntil)) {
            Duration rest = Duration.between(now, host.quietUntil);
            return Optional.of(new Failed(Reason.RATE_LIMITED, "the host asked for quiet", rest));
        }
        Kept<SimpleRobotRules> rules = rules(host, now, deadline);
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

    private @Nullable Kept<SimpleRobotRules> rules(Host host, Instant now, Deadline deadline) {
        if (!host.recalled) {
            host.recalled = true;
            recall(host, now);
        }
        if (!now.isBefore(host.robotsDue)) {
            readRobots(host, now, deadline);
            hosts.toldRules(host);
        }
        return host.robots;
    }

    /** What is older than a day is good for when it cannot be renewed. */
    private void recall(Host host, Instant now) {
        recall(host, ROBOTS, LONGEST, now).ifPresent(file -> {
            byte[] content = file.content().toArray();
            keep(host, RobotsFile.rules(host.authority, file.contentType(), content), file.read());
        });
        recall(host, RESERVATIONS, DAY, now)
                .ifPresent(file -> host.reservations =
                        new Kept<>(Reservations.parse(file.content().toArray()), file.read()));
    }

    private Optional<HostFile> recall(Host host, String name, Duration age, Instant now) {
        return memory.recall(host.authority.toString(), name)
                .filter(file -> now.isBefore(file.read().plus(age)));
    }

    private static void keep(Host host, Reading.Rules read, Instant at) {
        host.extras = read.extras();
        host.robots = new Kept<>(read.rules(), at);
        host.robotsDue = at.plus(DAY);
    }

    /** The sitemaps of the same site that robots.txt names. */
    List<URI> sitemaps(Host host, Deadline deadline) {
        Kept<SimpleRobotRules> rules = rules(host, clock.instant(), deadline);
        return rules == null
                ? List.of()
                : rules.value().getSitemaps().stream()
                        .flatMap(sitemap -> Links.absolute(sitemap).stream())
                        .filter(sitemap -> Authority.of(sitemap).host().equals(host.authority.host()))
                        .limit(MOST_SITEMAPS)
                        .toList();
    }

    /** What the site and the head of an answer say about the use of an address that was fetched just now. */
    List<Signal> signals(Host host, URI address, Headers headers, Deadline deadline) {
        Instant now = clock.instant();
        Stream<Signal> site = Stream.of(
                        reservations(host, now, deadline).signals(address),
                        host.extras.preferencesFor(address),
                        licences(host, now, deadline).stream()
                                .flatMap(licence -> licence.signals("RSL of " + host.authority.host(), address)))
                .flatMap(signals -> signals);
        Stream<Signal> head = Stream.of(
                        Reservations.signals(headers),
                        RobotsTag.header(headers.all("x-robots-tag"), now),
                        ContentUsage.all("header Content-Usage", headers.all("content-usage")),
                        LinkField.all(headers, address).stream()
                                .filter(link -> link.relations().contains("license")
                                        && !link.type().contains("rsl"))
                                .map(link -> Licences.signal(
                                        "header Link", link.target().toString())))
                .flatMap(signals -> signals);
        return Stream.concat(site, head).toList();
    }

    private List<Rsl> licences(Host host, Instant now, Deadline deadline) {
        Kept<List<Rsl>> kept = host.licences;
        if (kept == null || !kept.youngerThan(DAY, now)) {
            List<Kept<Rsl>> read = host.extras.licences().stream()
                    .map(licence -> licence(host, licence, now, deadline))
                    .toList();
            // What was recalled is as old as when it was read, and no younger for the restart.
            Instant oldest =
                    read.stream().map(Kept::read).min(Instant::compareTo).orElse(now);
            kept = new Kept<>(read.stream().map(Kept::value).toList(), oldest);
            host.licences = kept;
        }
        return kept.value();
    }

    private Kept<Rsl> licence(Host host, URI address, Instant now, Deadline deadline) {
        String name = address.toString();
        Optional<HostFile> file = recall(host, name, DAY, now).or(() -> {
            Optional<HostFile> read = read(host, address, deadline).map(text -> new HostFile("text/xml", text, now));
            read.ifPresent(fresh -> memory.keep(host.authority.toString(), name, fresh));
            return read;
        });
        // One that cannot be read asks for more than we have.
        return file.map(read -> new Kept<>(
                        Rsl.parse(new String(read.content().toArray(), StandardCharsets.UTF_8)), read.read()))
                .orElseGet(() -> new Kept<>(Rsl.UNREADABLE, now));
    }

    private Optional<Bytes> read(Host host, URI address, Deadline deadline) {
        hosts.answered(host);
        hosts.pace(host, deadline);
        boolean refused = guard.objection(address).isPresent();
        return !refused
                        && web.get(address, Validators.NONE, RobotsFile.LIMIT, deadline) instanceof Response response
                        && response.hasBody()
                        && response.complete()
                ? Optional.of(response.body())
                : Optional.empty();
    }

    private void readRobots(Host host, Instant now, Deadline deadline) {
        switch (robots.read(host.authority, deadline, now)) {
            case Reading.Rules rules -> {
                keep(host, rules, now);
                memory.keep(host.authority.toString(), ROBOTS, new HostFile(rules.contentType(), rules.content(), now));
            }
            case Reading.Unreachable unreachable -> {
                host.unreachable = unreachable;
                host.robotsDue = now.plus(pause(unreachable));
                if (host.robots != null && !host.robots.youngerThan(LONGEST, now)) {
                    host.robots = null;
                }
            }
        }
    }

    private static Duration pause(Reading.Unreachable unreachable) {
        if (unreachable.reason() != Reason.ROBOTS_UNREACHABLE) {
            return Duration.ZERO;
        }
        return unreachable.quiet().compareTo(PAUSE) > 0 ? unreachable.quiet() : PAUSE;
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
            hosts.pace(host, deadline);
            Bytes file = Reservations.read(web, host.authority, deadline);
            host.reservations = new Kept<>(Reservations.parse(file.toArray()), now);
            memory.keep(host.authority.toString(), RESERVATIONS, new HostFile("application/json", file, now));
            hosts.toldRules(host);
        }
        return host.reservations.value();
    }
}
