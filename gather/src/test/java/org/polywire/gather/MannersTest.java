package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.polywire.gather.Loopback.NOW;
import static org.polywire.gather.Loopback.config;
import static org.polywire.gather.Loopback.feed;
import static org.polywire.gather.Loopback.gatherer;
import static org.polywire.gather.Loopback.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.Refused;
import org.polywire.model.Reason;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.LoopbackServer.Answer;
import org.polywire.testkit.MutableClock;

class MannersTest {
    private static final Answer PAGE = Answers.ok("text/html", "x");
    private static final Answer FORBIDDING = Answers.ok("text/plain", "User-agent: *\nDisallow: /");

    private static Fetch under(Answer robots) {
        return under(Duration.ofSeconds(20), robots);
    }

    private static Fetch under(Duration deadline, Answer robots) {
        try (LoopbackServer server =
                        LoopbackServer.start().on("/robots.txt", robots).on("/a", PAGE);
                Gatherer gatherer = new Gatherer(config(deadline, server.authority()), new MutableClock(NOW))) {
            Fetch fetch = page(gatherer, server.address("/a"));
            assertThat(server.received("/a")).hasSize(fetch instanceof Fetched ? 1 : 0);
            return fetch;
        }
    }

    private static void assertForbidden(Fetch fetch) {
        assertThat(fetch)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.ROBOTS_FORBIDDEN));
    }

    private static void assertUnreachable(Fetch fetch) {
        assertUnreachable(fetch, Duration.ofMinutes(5));
    }

    private static void assertUnreachable(Fetch fetch, Duration wait) {
        assertThat(fetch).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(Reason.ROBOTS_UNREACHABLE);
            assertThat(failed.retryAfter()).isEqualTo(wait);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 400, 401, 403, 404, 410, 418, 451})
    void withoutARobotsFileEverythingIsAllowed(int status) {
        assertThat(under(Answers.status(status))).isInstanceOf(Fetched.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 599})
    void aRobotsFileThatCannotBeReadForbidsEverythingForNow(int status) {
        assertUnreachable(under(Answers.status(status)));
    }

    @Test
    void aRobotsFileThatIsBrokenOnTheWayForbidsEverythingForNow() {
        assertUnreachable(under(Answers.with("Content-Encoding", "br", Answers.ok("text/plain", ""))));
        assertUnreachable(under(Duration.ofMillis(300), Answers.drip(Duration.ofMillis(20))));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("User-agent: *\nDisallow: /a", false),
                arguments("User-agent: *\nDisallow: /b", true),
                arguments("User-agent: *\nDisallow: /\nAllow: /a", true),
                arguments("User-agent: *\nAllow: /\nUser-agent: POLYWIRE\nDisallow: /a", false),
                arguments("User-agent: *\nDisallow: /\n\nUser-agent: polywire\nDisallow:", true),
                arguments("User-agent: Polywire/1.0\nDisallow: /a", false),
                arguments("User-agent: GPTBot\nUser-agent: Polywire\nDisallow: /a", false),
                arguments("User-agent: GPTBot\nDisallow: /a", true),
                arguments("\uFEFFUser-agent: *\nDisallow: /a", false),
                arguments("User-agent: *\r\rDisallow: /a\r", false),
                arguments("User-agent: *\nDisallow: /*a$", false),
                arguments("User-agent: *\nCrawl-delay: 99999999\nDisallow: /b", true),
                arguments("<html><body>not a robots file</body></html>", true),
                arguments("\0\1\2\3", true),
                arguments("", true));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theGroupForUsHolds(String file, boolean allowed) {
        Fetch fetch = under(Answers.ok("text/plain", file));
        if (allowed) {
            assertThat(fetch).isInstanceOf(Fetched.class);
        } else {
            assertForbidden(fetch);
        }
    }

    @Test
    void aRobotsFileInUtf16IsUnderstood() {
        byte[] file = "\uFEFFUser-agent: *\nDisallow: /a".getBytes(StandardCharsets.UTF_16LE);
        assertForbidden(under(Answers.ok("text/plain", file)));
    }

    @Test
    void fiveHundredKibibytesOfItCount() {
        String rule = "User-agent: *\nDisallow: /a\n";
        String filler = "#".repeat(RobotsFile.LIMIT - rule.length() - 1) + "\n";
        assertForbidden(under(Answers.ok("text/plain", filler + rule + "Allow: /a\n")));
        assertThat(under(Answers.ok("text/plain", "#\n" + filler + rule))).isInstanceOf(Fetched.class);
    }

    @Test
    void aRuleCutInHalfIsNoRule() {
        String start = "User-agent: *\n";
        String half = "Disallow: /";
        String comment = "#".repeat(RobotsFile.LIMIT - start.length() - half.length() - 1) + "\n";
        assertThat(under(Answers.ok("text/plain", start + comment + half + "elsewhere")))
                .isInstanceOf(Fetched.class);
    }

    @Test
    void fiveRedirectsOfItAreFollowedEvenToAnotherHost() {
        try (LoopbackServer other = LoopbackServer.start().on("/rules", FORBIDDING);
                LoopbackServer server = LoopbackServer.start().on("/a", PAGE)) {
            server.on("/robots.txt", Answers.redirect("/r1"));
            for (int i = 1; i < 4; i++) {
                server.on("/r" + i, Answers.redirect("/r" + (i + 1)));
            }
            server.on("/r4", Answers.redirect(other.address("/rules").toString()));
            try (Gatherer gatherer = gatherer(server.authority(), other.authority())) {
                assertForbidden(page(gatherer, server.address("/a")));
            }
            server.on("/robots.txt", Answers.redirect("/r0")).on("/r0", Answers.redirect("/r1"));
            try (Gatherer gatherer = gatherer(server.authority(), other.authority())) {
                assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
            }
        }
    }

    @Test
    void itIsReadOnceADay() {
        MutableClock clock = new MutableClock(NOW);
        try (LoopbackServer server = LoopbackServer.start()
                        .on("/a", PAGE)
                        .on("/robots.txt", Answers.sequence(Answers.status(404), FORBIDDING));
                Gatherer gatherer = new Gatherer(config(server.authority()), clock)) {
            assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
            clock.advance(Duration.ofHours(24).minusSeconds(1));
            assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
            assertThat(server.received("/robots.txt")).hasSize(1);
            clock.advance(Duration.ofSeconds(1));
            assertForbidden(page(gatherer, server.address("/a")));
        }
    }

    @Test
    void oldRulesAreKeptForAMonthWhileNewOnesCannotBeRead() {
        MutableClock clock = new MutableClock(NOW);
        try (LoopbackServer server = LoopbackServer.start()
                        .on("/a", PAGE)
                        .on("/robots.txt", Answers.sequence(Answers.status(404), Answers.status(500)));
                Gatherer gatherer = new Gatherer(config(server.authority()), clock)) {
            assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
            clock.advance(Duration.ofDays(29));
            assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
            clock.advance(Duration.ofDays(1));
            assertUnreachable(page(gatherer, server.address("/a")));
        }
    }

    @Test
    void anUnreachableOneIsAskedForAgainAfterFiveMinutes() {
        MutableClock clock = new MutableClock(NOW);
        try (LoopbackServer server = LoopbackServer.start()
                        .on("/a", PAGE)
                        .on("/robots.txt", Answers.sequence(Answers.status(503), Answers.status(404)));
                Gatherer gatherer = new Gatherer(config(server.authority()), clock)) {
            assertUnreachable(page(gatherer, server.address("/a")));
            clock.advance(Duration.ofMinutes(4));
            assertThat(page(gatherer, server.address("/a")))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
            assertThat(server.received("/robots.txt")).hasSize(1);
            clock.advance(Duration.ofMinutes(1));
            assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void oneWhoseServerAsksForPatienceIsLeftAloneForAsLong() {
        assertUnreachable(under(Answers.status(503, "Retry-After", "3600")), Duration.ofHours(1));
        assertUnreachable(under(Answers.status(429, "Retry-After", "9999999")), Duration.ofDays(1));
        assertUnreachable(under(Answers.status(503, "Retry-After", "1")), Duration.ofMinutes(5));
    }

    @Test
    void feedsAreAskedForTooAndTheRobotsFileItselfIsFree() {
        try (LoopbackServer server = LoopbackServer.start().on("/robots.txt", FORBIDDING);
                Gatherer gatherer = gatherer(server.authority())) {
            assertForbidden(feed(gatherer, server.address("/feed")));
            assertThat(server.received("/feed")).isEmpty();
            assertThat(page(gatherer, server.address("/robots.txt"))).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void aReservationInTheFileKeepsUsFromPagesButNotFromFeeds() {
        String file = """
                [{"location": "/free/*", "tdm-reservation": 0}, {"location": "/free", "tdm-reservation": 1},
                 {"location": "/a$", "tdm-reservation": 1, "tdm-policy": "https://news.example/policy"}]""";
        try (LoopbackServer server = LoopbackServer.start()
                        .on("/.well-known/tdmrep.json", Answers.ok("application/json", file))
                        .on("/a", PAGE)
                        .on("/ab", PAGE)
                        .on("/free/a", PAGE);
                Gatherer gatherer = gatherer(server.authority())) {
            assertThat(page(gatherer, server.address("/a")))
                    .isEqualTo(new Refused(Reason.RIGHTS_RESERVED, "tdmrep.json of 127.0.0.1"));
            assertThat(server.received("/a")).isEmpty();
            assertThat(page(gatherer, server.address("/ab"))).isInstanceOf(Fetched.class);
            assertThat(page(gatherer, server.address("/free/a"))).isInstanceOf(Fetched.class);
            assertThat(feed(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
            assertThat(server.received("/.well-known/tdmrep.json")).hasSize(1);
        }
    }

    @Test
    void aReservationInTheHeaderKeepsUsFromPagesButNotFromFeeds() {
        try (LoopbackServer server = LoopbackServer.start()
                        .on("/a", Answers.with("TDM-Reservation", "1", PAGE))
                        .on("/b", Answers.with("TDM-Reservation", "0", PAGE));
                Gatherer gatherer = gatherer(server.authority())) {
            assertThat(page(gatherer, server.address("/a")))
                    .isEqualTo(new Refused(Reason.RIGHTS_RESERVED, "header tdm-reservation"));
            assertThat(page(gatherer, server.address("/b"))).isInstanceOf(Fetched.class);
            assertThat(feed(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[",
                "null",
                "7",
                "[1, null, \"x\", [], {}]",
                "[{\"location\": \"/\"}]",
                "[{\"tdm-reservation\": 1}]",
                "[{\"location\": \"/\", \"tdm-reservation\": 2}]",
                "[{\"location\": \"/\", \"tdm-reservation\": \"yes\"}]",
                "[{\"location\": 5, \"tdm-reservation\": 1}]",
                "<html>"
            })
    void aReservationFileThatSaysNothingReservesNothing(String file) {
        assertThat(Reservations.parse(file.getBytes(StandardCharsets.UTF_8))
                        .reserve(java.net.URI.create("https://news.example/a")))
                .isFalse();
    }

    @Test
    void crawlDelayIsKeptUpToItsCapAlsoByAllowedHosts() {
        String file = "User-agent: *\nCrawl-delay: 60";
        try (LoopbackServer server = LoopbackServer.start()
                        .on("/robots.txt", Answers.ok("text/plain", file))
                        .on("/a", PAGE);
                Gatherer gatherer = gatherer(server.authority())) {
            assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
            assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
            List<LoopbackServer.Received> requests = server.received("/a");
            assertThat(Duration.ofNanos(
                            requests.get(1).nanos() - requests.get(0).nanos()))
                    .isGreaterThan(config().crawlDelayCap().minusMillis(5));
        }
    }
}
