package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polywire.gather.Loopback.NOW;
import static org.polywire.gather.Loopback.config;
import static org.polywire.gather.Loopback.page;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.Refused;
import org.polywire.model.Reason;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.MutableClock;

/** What a site said of itself outlives the gatherer that heard it. */
class HostMemoryTest {
    private final LoopbackServer site = LoopbackServer.start()
            .on("/a", Answers.ok("text/html", "x"))
            .on("/secret", Answers.ok("text/html", "x"))
            .on("/reserved", Answers.ok("text/html", "x"));

    private final MutableClock clock = new MutableClock(NOW);
    private final Map<String, HostMemory.HostFile> kept = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        site.close();
    }

    private Gatherer restarted() {
        Gatherer gatherer = new Gatherer(config(site.authority()), clock);
        gatherer.rememberIn(new HostMemory() {
            @Override
            public Optional<HostFile> recall(String authority, String name) {
                return Optional.ofNullable(kept.get(authority + " " + name));
            }

            @Override
            public void keep(String authority, String name, HostFile file) {
                kept.put(authority + " " + name, file);
            }
        });
        return gatherer;
    }

    private Fetch fetchAnew(String path) {
        try (Gatherer gatherer = restarted()) {
            return page(gatherer, site.address(path));
        }
    }

    private void rules(String robots, String reservations) {
        site.on("/robots.txt", Answers.ok("text/plain", robots));
        site.on("/.well-known/tdmrep.json", Answers.ok("application/json", reservations));
    }

    private void assertAsked(int robots, int reservations) {
        assertThat(site.received("/robots.txt")).hasSize(robots);
        assertThat(site.received("/.well-known/tdmrep.json")).hasSize(reservations);
    }

    private static void assertRefused(Fetch fetch, Reason reason) {
        assertThat(fetch)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void rulesHoldWithoutBeingAskedForAgain() {
        rules("User-agent: *\nDisallow: /secret\n", "[{\"location\":\"/reserved\",\"tdm-reservation\":1}]");
        assertThat(fetchAnew("/a")).isInstanceOf(Fetched.class);
        assertThat(fetchAnew("/a")).isInstanceOf(Fetched.class);
        assertRefused(fetchAnew("/secret"), Reason.ROBOTS_FORBIDDEN);
        assertRefused(fetchAnew("/reserved"), Reason.RIGHTS_RESERVED);
        assertAsked(1, 1);
    }

    @Test
    void thatThereAreNoRulesIsRememberedToo() {
        assertThat(fetchAnew("/a")).isInstanceOf(Fetched.class);
        assertThat(fetchAnew("/a")).isInstanceOf(Fetched.class);
        assertAsked(1, 1);
    }

    @Test
    void theyAreAskedForAgainAfterADay() {
        rules("", "[]");
        fetchAnew("/a");
        clock.advance(Duration.ofHours(25));
        rules("User-agent: *\nDisallow: /a\n", "[]");
        assertRefused(fetchAnew("/a"), Reason.ROBOTS_FORBIDDEN);
        assertAsked(2, 1);
    }

    @Test
    void aLicenceIsNoYoungerForARestart() {
        rules("License: " + site.address("/rsl.xml") + "\n", "[]");
        site.on("/rsl.xml", Answers.ok("text/xml", "<rsl xmlns=\"https://rslstandard.org/rsl\"/>"));
        fetchAnew("/a");
        clock.advance(Duration.ofHours(23));
        try (Gatherer gatherer = restarted()) {
            page(gatherer, site.address("/a"));
            assertThat(site.received("/rsl.xml")).hasSize(1);
            clock.advance(Duration.ofHours(2));
            page(gatherer, site.address("/a"));
            assertThat(site.received("/rsl.xml")).hasSize(2);
        }
    }

    @Test
    void oldRulesHoldAfterARestartWhileNewOnesCannotBeRead() {
        rules("User-agent: *\nDisallow: /secret\n", "[]");
        fetchAnew("/a");
        site.on("/robots.txt", Answers.status(503));
        clock.advance(Duration.ofDays(20));
        assertThat(fetchAnew("/a")).isInstanceOf(Fetched.class);
        assertRefused(fetchAnew("/secret"), Reason.ROBOTS_FORBIDDEN);
        clock.advance(Duration.ofDays(11));
        assertThat(fetchAnew("/a")).isNotInstanceOf(Fetched.class);
    }

    @Test
    void whatCouldNotBeReadIsNotRemembered() {
        site.on("/robots.txt", Answers.status(503));
        assertThat(fetchAnew("/a")).isNotInstanceOf(Fetched.class);
        rules("", "[]");
        assertThat(fetchAnew("/a")).isInstanceOf(Fetched.class);
        assertAsked(2, 1);
    }
}
