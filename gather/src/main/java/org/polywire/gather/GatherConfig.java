package org.polywire.gather;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the web is read. {@link #defaults()} has the value named with each.
 *
 * @param version of Polywire, as servers see it; 0.1
 * @param contact an address or mail where a site's owner can reach the operator; empty if none is known
 * @param allowed hosts ({@code host} or {@code host:port}, exactly) that may lie on loopback, may use any port and need no delay
 *     between requests; none
 * @param delay between two requests to one authority, at least 100 ms; 1 s
 * @param crawlDelayCap the longest Crawl-delay of a robots.txt that is kept; 30 s
 * @param patience how long a fetch waits for its turn at a host before it is told to come back; 30 s
 * @param connectTimeout for finding an address by its name, and again for connecting to it; 5 s
 * @param pageDeadline for everything from the first name lookup to the last byte, redirects included and waiting for the turn
 *     excluded; 20 s
 * @param feedDeadline likewise, for feeds; 30 s
 * @param pageBytes the largest page, unpacked; 5 MiB
 * @param feedBytes the largest feed, unpacked; 10 MiB
 * @param compressionRatio how many times its sent size a body may unpack to, once it is larger than 1 MiB; 100
 * @param redirects followed for one fetch; 5
 * @param connections open at the same time; 64
 * @param hosts remembered with their rules; 10,000
 */
public record GatherConfig(
        String version,
        String contact,
        Set<String> allowed,
        Duration delay,
        Duration crawlDelayCap,
        Duration patience,
        Duration connectTimeout,
        Duration pageDeadline,
        Duration feedDeadline,
        int pageBytes,
        int feedBytes,
        int compressionRatio,
        int redirects,
        int connections,
        int hosts) {
    private static final Duration LEAST_DELAY = Duration.ofMillis(100);

    /**
     * @throws IllegalArgumentException if a duration or number is not positive, the delay is under 100 ms, or version or contact
     *     cannot stand in a User-Agent
     */
    public GatherConfig {
        allowed = allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        require(version.matches("[A-Za-z0-9._-]+"), "version", version);
        require(contact.matches("[\\x21-\\x7e&&[^()\\\\]]*"), "contact", contact);
        require(delay.compareTo(LEAST_DELAY) >= 0, "delay", delay);
        require(!crawlDelayCap.isNegative(), "crawlDelayCap", crawlDelayCap);
        requirePositive("patience", patience);
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("pageDeadline", pageDeadline);
        requirePositive("feedDeadline", feedDeadline);
        require(pageBytes > 0, "pageBytes", pageBytes);
        require(feedBytes > 0, "feedBytes", feedBytes);
        require(compressionRatio > 0, "compressionRatio", compressionRatio);
        require(redirects >= 0, "redirects", redirects);
        require(connections > 0, "connections", connections);
        require(hosts > 0, "hosts", hosts);
    }

    private static void requirePositive(String name, Duration value) {
        require(value.isPositive(), name, value);
    }

    private static void require(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("impossible " + name + ": " + value);
        }
    }

    public static GatherConfig defaults() {
        return new GatherConfig(
                "0.1",
                "",
                Set.of(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                5 << 20,
                10 << 20,
                100,
                5,
                64,
                10_000);
    }

    /** The same with these hosts allowed to lie on loopback. */
    public GatherConfig withAllowed(Set<String> hosts) {
        return with(version, contact, hosts, pageDeadline);
    }

    /** The same with another name to servers. */
    public GatherConfig withName(String newVersion, String newContact) {
        return with(newVersion, newContact, allowed, pageDeadline);
    }

    /** The same with another time that a page may take. */
    public GatherConfig withPageDeadline(Duration deadline) {
        return with(version, contact, allowed, deadline);
    }

    private GatherConfig with(String newVersion, String newContact, Set<String> newAllowed, Duration newPageDeadline) {
        return new GatherConfig(
                newVersion,
                newContact,
                newAllowed,
                delay,
                crawlDelayCap,
                patience,
                connectTimeout,
                newPageDeadline,
                feedDeadline,
                pageBytes,
                feedBytes,
                compressionRatio,
                redirects,
                connections,
                hosts);
    }

    /** The name that servers see; its product token is the one that robots.txt is read for. */
    String userAgent() {
        return "Polywire/" + version + (contact.isEmpty() ? "" : " (+" + contact + ")");
    }

    Duration deadline(Purpose purpose) {
        return switch (purpose) {
            case FEED -> feedDeadline;
            case PAGE -> pageDeadline;
        };
    }

    int bytes(Purpose purpose) {
        return switch (purpose) {
            case FEED -> feedBytes;
            case PAGE -> pageBytes;
        };
    }
}
