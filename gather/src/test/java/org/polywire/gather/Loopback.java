package org.polywire.gather;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.testkit.MutableClock;

/** Gatherers for tests: small limits, loopback allowed where a test says so. */
final class Loopback {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private Loopback() {}

    /** Time enough on a busy machine, 100 kB pages, 200 kB feeds. */
    static GatherConfig config(String... allowed) {
        return config(Duration.ofSeconds(20), allowed);
    }

    static GatherConfig config(Duration deadline, String... allowed) {
        GatherConfig defaults = GatherConfig.defaults();
        return new GatherConfig(
                "9.9",
                "https://wire.example/bot",
                Set.of(allowed),
                Duration.ofMillis(100),
                Duration.ofMillis(300),
                Duration.ofSeconds(20),
                deadline,
                deadline,
                deadline,
                100_000,
                200_000,
                defaults.compressionRatio(),
                defaults.redirects(),
                8,
                100);
    }

    static Gatherer gatherer(String... allowed) {
        return new Gatherer(config(allowed), new MutableClock(NOW));
    }

    static Fetch page(Gatherer gatherer, URI address) {
        return gatherer.fetch(new Request(address, Validators.NONE, Purpose.PAGE));
    }

    static Fetch feed(Gatherer gatherer, URI address) {
        return gatherer.fetch(new Request(address, Validators.NONE, Purpose.FEED));
    }

    /** A resolver that knows these names and takes literals as they are. */
    static DnsResolver names(Map<String, List<String>> answers) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                boolean literal = host.matches("\\[.*]|[\\d.]+|[\\da-f:.]*:[\\da-f:.]*");
                if (!literal && !answers.containsKey(host)) {
                    throw new UnknownHostException(host);
                }
                return answers.getOrDefault(host, List.of(host)).stream()
                        .map(Loopback::literal)
                        .toArray(InetAddress[]::new);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    static Capture capture(String address, String contentType, byte[] body) {
        URI uri = URI.create(address);
        return new Capture(
                uri, uri, new Headers(Map.of("content-type", List.of(contentType))), Bytes.copyOf(body), NOW);
    }

    static Capture capture(String address, String contentType, String body) {
        return capture(address, contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
