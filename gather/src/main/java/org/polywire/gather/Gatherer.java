package org.polywire.gather;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.polywire.gather.Answer.Broken;
import org.polywire.gather.Answer.Response;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.NotModified;
import org.polywire.gather.Fetch.Refused;
import org.polywire.model.Capture;
import org.polywire.model.Reason;
import org.polywire.model.Signal;

/**
 * Fetches pages and feeds: only from public addresses, only what robots.txt and reservations of text and data mining allow,
 * one request at a time to each host, within limits of time and size.
 *
 * <p>Safe to share between threads, and made for virtual ones: {@link #fetch} blocks. An interrupted fetch fails and leaves the
 * thread interrupted.
 */
public final class Gatherer implements AutoCloseable {
    private final GatherConfig config;
    private final InstantSource clock;
    private final ExecutorService lookups;
    private final Guard guard;
    private final Wire wire;
    private final Web web;
    private final Hosts hosts;
    private final Manners manners;

    /** What one hop of a fetch came to. */
    private sealed interface Step {
        record Done(Fetch fetch) implements Step {}

        record Onward(URI target, boolean permanent) implements Step {}
    }

    /**
     * @param clock for how old what is remembered is, and when documents came
     */
    public Gatherer(GatherConfig config, InstantSource clock) {
        this(config, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    /** With the lookup of names supplied; whatever it says is checked. */
    Gatherer(GatherConfig config, InstantSource clock, DnsResolver names) {
        this(config, clock, names, network -> network);
    }

    private Gatherer(GatherConfig config, InstantSource clock, DnsResolver names, UnaryOperator<Web> choice) {
        this.config = config;
        this.clock = clock;
        lookups = Executors.newVirtualThreadPerTaskExecutor();
        guard = new Guard(config.allowed(), names, config.connectTimeout(), lookups);
        wire = new Wire(config, guard);
        web = choice.apply(wire);
        hosts = new Hosts(config, guard);
        manners = new Manners(web, guard, hosts, clock);
    }

    /**
     * One that writes every answer to a WARC file beside; it is whole once the gatherer is closed.
     *
     * @throws IOException if the file cannot be written
     */
    public static Gatherer recording(GatherConfig config, InstantSource clock, Path file) throws IOException {
        try {
            return new Gatherer(
                    config,
                    clock,
                    SystemDefaultDnsResolver.INSTANCE,
                    network -> recording(network, config, clock, file));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Web recording(Web network, GatherConfig config, InstantSource clock, Path file) {
        try {
            return new RecordingWeb(network, file, config.userAgent(), clock);
        } catch (IOException e) {
            network.close();
            throw new UncheckedIOException(e);
        }
    }

    /** One that asks an archive and never the network; everything else is as it is with the network, but for the waiting. */
    public static Gatherer replaying(GatherConfig config, InstantSource clock, WebArchive archive) {
        return new Gatherer(
                config.withAllowed(archive.authorities()), clock, SystemDefaultDnsResolver.INSTANCE, network -> {
                    network.close();
                    return new ArchivedWeb(archive);
                });
    }

    /**
     * Keeps what sites say of themselves there from now on, and looks there before asking them. One that records or replays does
     * neither: an archive holds what it needs and no more.
     */
    public void rememberIn(HostMemory memory) {
        if (web == wire) {
            manners.rememberIn(memory);
        }
    }

    /** Fetches an address, following redirects; the capture's address is the last one, without a fragment. */
    public Fetch fetch(Request request) {
        Deadline deadline = Deadline.in(config.deadline(request.purpose()));
        Optional<URI> address = Links.absolute(request.address().toString());
        boolean moved = true;
        for (int hop = 0; hop <= config.redirects(); hop++) {
            if (address.isEmpty()) {
                return new Refused(Reason.ADDRESS_REFUSED, "not an http or https address");
            }
            switch (visit(Links.withoutFragment(address.get()), request, deadline)) {
                case Step.Done(Fetch fetch) -> {
                    return moved && hop > 0 ? permanently(fetch) : fetch;
                }
                case Step.Onward(URI target, boolean permanent) -> {
                    address = Optional.of(target);
                    moved &= permanent;
                }
            }
        }
        return new Refused(Reason.REDIRECT_LOOP, "more than " + config.redirects() + " redirects");
    }

    private static Fetch permanently(Fetch fetch) {
        return fetch instanceof Fetched(Capture capture, Validators validators, List<Signal> signals, boolean moved)
                ? new Fetched(capture, validators, signals, true)
                : fetch;
    }

    /** The sitemaps that a site's robots.txt names, in its order, other hosts' left out; empty if it cannot be read. */
    public List<URI> sitemaps(URI site) {
        Optional<URI> address = Links.absolute(site.toString())
                .filter(link -> guard.objection(link).isEmpty());
        if (address.isEmpty()) {
            return List.of();
        }
        Deadline deadline = Deadline.in(config.deadline(Purpose.FEED));
        try {
            return hosts.inTurn(Authority.of(address.get()), deadline, host -> manners.sitemaps(host, deadline))
                    .orElse(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Step visit(URI address, Request request, Deadline deadline) {
        Optional<String> objection = guard.objection(address);
        if (objection.isPresent()) {
            return new Step.Done(new Refused(Reason.ADDRESS_REFUSED, objection.get()));
        }
        try {
            return hosts.inTurn(Authority.of(address), deadline, host -> visit(host, address, request, deadline))
                    .orElseGet(() -> new Step.Done(new Failed(
                            Reason.RATE_LIMITED,
                            "too many of our own requests wait for this host",
                            config.patience())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Step.Done(new Failed(Reason.TIMEOUT, "interrupted"));
        }
    }

    private Step visit(Host host, URI address, Request request, Deadline deadline) {
        Optional<Fetch> objection = manners.objection(host, address, request.purpose(), deadline);
        if (objection.isPresent()) {
            return new Step.Done(objection.get());
        }
        int limit = config.bytes(request.purpose());
        hosts.pace(host, deadline);
        return switch (web.get(address, request.validators(), limit, deadline)) {
            case Broken(Reason reason, String detail) -> new Step.Done(broken(reason, detail));
            case Response response ->
                Redirects.target(address, response)
                        .<Step>map(target -> new Step.Onward(target, response.isPermanentRedirect()))
                        .orElseGet(() -> new Step.Done(judge(host, address, request, response, deadline)));
        };
    }

    private static Fetch broken(Reason reason, String detail) {
        return reason.passing() ? new Failed(reason, detail) : new Refused(reason, detail);
    }

    private Fetch judge(Host host, URI address, Request request, Response response, Deadline deadline) {
        if (response.status() == 304 && !request.validators().sayNothing()) {
            return new NotModified(validators(response, request.validators()));
        }
        if (response.hasBody()) {
            return document(host, address, request, response, deadline);
        }
        Fetch failure = Statuses.failure(response, clock.instant());
        if (failure instanceof Failed(Reason reason, String detail, Duration wait) && wait.isPositive()) {
            host.quietUntil = clock.instant().plus(wait);
        }
        return failure;
    }

    private Fetch document(Host host, URI address, Request request, Response response, Deadline deadline) {
        if (!response.complete()) {
            return new Refused(Reason.TOO_LARGE, "more than " + response.body().size() + " bytes");
        }
        if (request.purpose() == Purpose.PAGE && Reservations.reservedBy(response.headers())) {
            return new Refused(Reason.RIGHTS_RESERVED, "header tdm-reservation");
        }
        Capture capture = new Capture(request.address(), address, response.headers(), response.body(), clock.instant());
        List<Signal> signals = request.purpose() == Purpose.PAGE
                ? manners.signals(host, address, response.headers(), deadline)
                : List.of();
        return new Fetched(capture, validators(response, Validators.NONE), signals, false);
    }

    /** What the answer says, or else what was known. */
    private Validators validators(Response response, Validators known) {
        return new Validators(
                response.headers().first("etag").orElse(known.etag()),
                response.headers().first("last-modified").orElse(known.lastModified()),
                Freshness.of(response.headers(), clock.instant()));
    }

    int openConnections() {
        return wire.openConnections();
    }

    /** Cuts off what is still under way; later fetches fail. */
    @Override
    public void close() {
        web.close();
        lookups.shutdownNow();
    }
}
