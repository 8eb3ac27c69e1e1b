package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.polywire.gather.Loopback.NOW;
import static org.polywire.gather.Loopback.config;
import static org.polywire.gather.Loopback.feed;
import static org.polywire.gather.Loopback.gatherer;
import static org.polywire.gather.Loopback.page;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.NotModified;
import org.polywire.gather.Fetch.Refused;
import org.polywire.model.Capture;
import org.polywire.model.Reason;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.LoopbackServer.Answer;
import org.polywire.testkit.MutableClock;
import org.polywire.testkit.RawServer;

class GathererTest {
    private static final String MODIFIED = "Mon, 02 Nov 2026 10:00:00 GMT";

    private static Reason reason(Fetch fetch) {
        return switch (fetch) {
            case Refused refused -> refused.reason();
            case Failed failed -> failed.reason();
            case Fetched fetched -> throw new AssertionError(fetched);
            case NotModified unchanged -> throw new AssertionError(unchanged);
        };
    }

    /** A deadline to wait for, and yet long enough for a busy machine to read a robots.txt within. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static Fetch answered(Answer answer) {
        return answered(Duration.ofSeconds(20), answer);
    }

    private static Fetch answered(Duration deadline, Answer answer) {
        try (LoopbackServer server = LoopbackServer.start().on("/a", answer);
                Gatherer gatherer = new Gatherer(config(deadline, server.authority()), new MutableClock(NOW))) {
            return page(gatherer, server.address("/a"));
        }
    }

    /** Whatever is sent raw, robots.txt is a plain 404 first. */
    private static Fetch raw(Duration deadline, RawServer.Talk talk) {
        RawServer.Talk afterRules = (in, out) -> {
            if (RawServer.readHead(in).contains("/a ")) {
                talk.with(in, out);
            } else {
                out.write("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        };
        try (RawServer server = RawServer.start(afterRules);
                Gatherer gatherer = new Gatherer(config(deadline, server.authority()), new MutableClock(NOW))) {
            return page(gatherer, server.address("/a"));
        }
    }

    private static Fetch raw(String answer) {
        return raw(Duration.ofSeconds(5), (in, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aPageComesWithEverythingTheServerSaid() {
        try (LoopbackServer server =
                        LoopbackServer.start().on("/a", Answers.versioned("W/\"é\"", MODIFIED, "text/html", "本文 نص"));
                Gatherer gatherer = gatherer(server.authority())) {
            URI address = server.address("/a?q=1#part");
            assertThat(page(gatherer, address)).isInstanceOfSatisfying(Fetched.class, fetched -> {
                Capture capture = fetched.capture();
                assertThat(capture.requested()).isEqualTo(address);
                assertThat(capture.at()).isEqualTo(NOW);
                assertThat(capture.headers().first("Content-Type")).contains("text/html");
                assertThat(new String(capture.body().toArray(), StandardCharsets.UTF_8))
                        .isEqualTo("本文 نص");
                assertThat(fetched.validators().lastModified()).isEqualTo(MODIFIED);
            });
            assertThat(server.received("/a?q=1").getFirst().header("user-agent"))
                    .contains("Polywire/9.9 (+https://wire.example/bot)");
        }
    }

    @Test
    void validatorsGoBackWordForWord() {
        try (LoopbackServer server =
                        LoopbackServer.start().on("/a", Answers.versioned("W/\"x y\"", MODIFIED, "text/html", "x"));
                Gatherer gatherer = gatherer(server.authority())) {
            Fetched first = (Fetched) page(gatherer, server.address("/a"));
            Fetch again = gatherer.fetch(new Request(server.address("/a"), first.validators(), Purpose.PAGE));
            assertThat(again).isEqualTo(new NotModified(new Validators("W/\"x y\"", MODIFIED)));
            LoopbackServer.Received request = server.received("/a").getLast();
            assertThat(request.header("if-none-match")).contains("W/\"x y\"");
            assertThat(request.header("if-modified-since")).contains(MODIFIED);
            assertThat(server.received("/a").getFirst().header("if-none-match")).isEmpty();
        }
    }

    @Test
    void newValidatorsOfAnUnchangedPageReplaceTheOld() {
        try (LoopbackServer server = LoopbackServer.start().on("/a", Answers.status(304, "ETag", "\"2\""));
                Gatherer gatherer = gatherer(server.authority())) {
            Request request = new Request(server.address("/a"), new Validators("\"1\"", MODIFIED), Purpose.PAGE);
            assertThat(gatherer.fetch(request)).isEqualTo(new NotModified(new Validators("\"2\"", MODIFIED)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a//b", "//a", "/a/?x=%2F&y=%c3%A9+z;&&", "/a;b=c,d/%7Ee!$'()*", "/?", "/a?b=c?d/e"})
    void theServerIsAskedForTheAddressAsItIsWritten(String target) {
        List<String> lines = new CopyOnWriteArrayList<>();
        RawServer.Talk recording = (in, out) -> {
            lines.add(RawServer.readHead(in));
            out.write("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        };
        try (RawServer server = RawServer.start(recording);
                Gatherer gatherer = gatherer(server.authority())) {
            assertThat(reason(page(gatherer, server.address(target)))).isEqualTo(Reason.NOT_FOUND);
            assertThat(lines)
                    .containsExactly(
                            "GET /robots.txt HTTP/1.1",
                            "GET /.well-known/tdmrep.json HTTP/1.1",
                            "GET " + target + " HTTP/1.1");
        }
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(400, Reason.CLIENT_ERROR),
                arguments(401, Reason.ACCESS_DENIED),
                arguments(403, Reason.ACCESS_DENIED),
                arguments(404, Reason.NOT_FOUND),
                arguments(405, Reason.CLIENT_ERROR),
                arguments(408, Reason.TIMEOUT),
                arguments(410, Reason.GONE),
                arguments(418, Reason.CLIENT_ERROR),
                arguments(429, Reason.RATE_LIMITED),
                arguments(451, Reason.ACCESS_DENIED),
                arguments(500, Reason.SERVER_ERROR),
                arguments(502, Reason.SERVER_ERROR),
                arguments(503, Reason.SERVER_ERROR),
                arguments(599, Reason.SERVER_ERROR),
                arguments(204, Reason.PROTOCOL_ERROR),
                arguments(300, Reason.PROTOCOL_ERROR),
                arguments(302, Reason.PROTOCOL_ERROR),
                arguments(304, Reason.PROTOCOL_ERROR),
                arguments(999, Reason.PROTOCOL_ERROR));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyStatusHasItsReason(int status, Reason reason) {
        Fetch fetch = answered(Answers.status(status));
        assertThat(reason(fetch)).isEqualTo(reason);
        assertThat(fetch instanceof Failed).as("may pass").isEqualTo(reason.passing());
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                arguments("120", Duration.ofMinutes(2)),
                arguments("Mon, 23 Nov 2026 10:05:00 GMT", Duration.ofMinutes(5)),
                arguments("Monday, 23-Nov-26 10:05:00 GMT", Duration.ofMinutes(5)),
                arguments("Mon, 23 Nov 2026 09:00:00 GMT", Duration.ZERO),
                arguments("999999999", Duration.ofDays(1)),
                arguments("99999999999999999999", Duration.ofDays(1)),
                arguments("Fri, 31 Dec 9999 23:59:59 GMT", Duration.ofDays(1)),
                arguments("0", Duration.ZERO),
                arguments("1.5", Duration.ZERO),
                arguments("-5", Duration.ZERO),
                arguments("soon", Duration.ZERO),
                arguments("", Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void retryAfterIsSecondsOrADateAndAtMostADay(String value, Duration wait) {
        for (int status : List.of(429, 503)) {
            assertThat(answered(Answers.status(status, "Retry-After", value)))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.retryAfter()).isEqualTo(wait));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aHostThatAskedForQuietIsLeftAlone(int status) {
        MutableClock clock = new MutableClock(NOW);
        Answer answer = Answers.sequence(Answers.status(status, "Retry-After", "60"), Answers.ok("text/html", "x"));
        try (LoopbackServer server = LoopbackServer.start().on("/a", answer);
                Gatherer gatherer = new Gatherer(config(server.authority()), clock)) {
            assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Failed.class);
            clock.advance(Duration.ofSeconds(20));
            assertThat(page(gatherer, server.address("/b")))
                    .isEqualTo(new Failed(Reason.RATE_LIMITED, "the host asked for quiet", Duration.ofSeconds(40)));
            assertThat(server.received("/b")).isEmpty();
            clock.advance(Duration.ofSeconds(40));
            assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void redirectsAreFollowedAndTheLastAddressIsKept() {
        try (LoopbackServer server = LoopbackServer.start()
                        .on("/a", Answers.status(301, "Location", "b?x=é y"))
                        .on("/b", Answers.status(308, "Location", "../c#end"))
                        .on("/c", Answers.ok("text/html", "x"));
                Gatherer gatherer = gatherer(server.authority())) {
            Fetched fetched = (Fetched) page(gatherer, server.address("/a"));
            assertThat(fetched.capture().requested()).isEqualTo(server.address("/a"));
            assertThat(fetched.capture().address()).isEqualTo(server.address("/c"));
            assertThat(server.received("/b?x=%C3%A9%20y")).hasSize(1);
        }
    }

    @Test
    void fiveRedirectsAreFollowedAndNotSix() {
        try (LoopbackServer server = LoopbackServer.start();
                Gatherer gatherer = gatherer(server.authority())) {
            for (int i = 1; i < 7; i++) {
                server.on("/" + i, Answers.redirect("/" + (i + 1)));
            }
            server.on("/7", Answers.ok("text/html", "x"));
            assertThat(page(gatherer, server.address("/2"))).isInstanceOf(Fetched.class);
            assertThat(reason(page(gatherer, server.address("/1")))).isEqualTo(Reason.REDIRECT_LOOP);
        }
    }

    @Test
    void aRedirectLoopEnds() {
        assertThat(reason(answered(Answers.redirect("/a")))).isEqualTo(Reason.REDIRECT_LOOP);
    }

    @Test
    void aRedirectIsAskedForOnlyIfItsOwnRobotsAllowIt() {
        try (LoopbackServer other = LoopbackServer.start()
                        .on("/robots.txt", Answers.ok("text/plain", "User-agent: Polywire\nDisallow: /private"))
                        .on("/private", Answers.ok("text/html", "x"));
                LoopbackServer server = LoopbackServer.start()
                        .on("/a", Answers.redirect(other.address("/private").toString()));
                Gatherer gatherer = gatherer(server.authority(), other.authority())) {
            assertThat(reason(page(gatherer, server.address("/a")))).isEqualTo(Reason.ROBOTS_FORBIDDEN);
            assertThat(other.received("/private")).isEmpty();
        }
    }

    @Test
    void gzipIsUnpacked() {
        assertThat(answered(Answers.gzip("text/html", "größer".repeat(50))))
                .isInstanceOfSatisfying(
                        Fetched.class,
                        fetched -> assertThat(
                                        new String(fetched.capture().body().toArray(), StandardCharsets.UTF_8))
                                .isEqualTo("größer".repeat(50)));
    }

    @Test
    void aGzipBombIsDefused() {
        assertThat(reason(answered(Answers.gzipBomb(50L << 20)))).isIn(Reason.COMPRESSION_BOMB, Reason.TOO_LARGE);
        GatherConfig usual = GatherConfig.defaults();
        try (LoopbackServer server = LoopbackServer.start().on("/a", Answers.gzipBomb(50L << 20));
                Gatherer gatherer =
                        new Gatherer(usual.withAllowed(Set.of(server.authority())), new MutableClock(NOW))) {
            assertThat(reason(page(gatherer, server.address("/a")))).isEqualTo(Reason.COMPRESSION_BOMB);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
    void aCodingThatWasNotAskedForIsAnError(String coding) {
        assertThat(reason(answered(Answers.with("Content-Encoding", coding, Answers.ok("text/html", "x")))))
                .isEqualTo(Reason.PROTOCOL_ERROR);
    }

    @Test
    void gzipThatIsNoneOrCutOffIsAnError() {
        assertThat(reason(answered(Answers.with("Content-Encoding", "gzip", Answers.ok("text/html", "plain text")))))
                .isEqualTo(Reason.PROTOCOL_ERROR);
        assertThat(reason(answered(Answers.with(
                        "Content-Encoding", "gzip", Answers.ok("text/html", new byte[] {0x1f, (byte) 0x8b, 8})))))
                .isEqualTo(Reason.PROTOCOL_ERROR);
    }

    @Test
    void aBodyAtTheLimitPassesAndOneByteMoreDoesNot() {
        assertThat(answered(Answers.ok("text/html", new byte[100_000]))).isInstanceOf(Fetched.class);
        assertThat(reason(answered(Answers.ok("text/html", new byte[100_001])))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(answered(Answers.endless()))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void feedsMayBeLargerThanPages() {
        try (LoopbackServer server = LoopbackServer.start().on("/a", Answers.ok("text/xml", new byte[200_000]));
                Gatherer gatherer = gatherer(server.authority())) {
            assertThat(feed(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void anEndlessDripEndsAtTheDeadline() {
        Fetch fetch = answered(Duration.ofSeconds(1), Answers.drip(Duration.ofMillis(20)));
        assertThat(reason(fetch)).isIn(Reason.TIMEOUT, Reason.ROBOTS_UNREACHABLE);
    }

    @Test
    void aHeadThatDripsEndsAtTheDeadline() {
        assertThat(reason(raw(SHORT, (in, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write('x');
                        out.flush();
                        Thread.onSpinWait();
                    }
                })))
                .isIn(Reason.TIMEOUT, Reason.TOO_LARGE);
    }

    @Test
    void silenceEndsAtTheDeadline() {
        assertThat(reason(raw(SHORT, (in, out) -> in.transferTo(OutputStream.nullOutputStream()))))
                .isEqualTo(Reason.TIMEOUT);
        try (RawServer server = RawServer.silent();
                Gatherer gatherer = new Gatherer(config(SHORT, server.authority()), new MutableClock(NOW))) {
            assertThat(reason(page(gatherer, server.address("/")))).isEqualTo(Reason.ROBOTS_UNREACHABLE);
        }
    }

    @Test
    void aTlsServerThatNeverShakesHandsEndsAtTheDeadline() {
        try (RawServer server = RawServer.silent();
                Gatherer gatherer = new Gatherer(config(SHORT, server.authority()), new MutableClock(NOW))) {
            Fetch fetch = page(gatherer, URI.create("https://" + server.authority() + "/"));
            assertThat(reason(fetch)).isIn(Reason.ROBOTS_UNREACHABLE, Reason.TIMEOUT);
        }
    }

    @Test
    void aServerWithoutTlsFailsOverHttps() {
        try (RawServer server = RawServer.start(
                        (in, out) -> out.write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
                Gatherer gatherer = gatherer(server.authority())) {
            assertThat(reason(page(gatherer, URI.create("https://" + server.authority() + "/"))))
                    .isEqualTo(Reason.TLS_FAILED);
        }
    }

    @Test
    void aClosedPortIsUnreachable() {
        RawServer server = RawServer.silent();
        server.close();
        try (Gatherer gatherer = gatherer(server.authority())) {
            assertThat(reason(page(gatherer, server.address("/")))).isEqualTo(Reason.UNREACHABLE);
        }
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("not HTTP", "220 mail.example ESMTP ready\r\n\r\n", Reason.PROTOCOL_ERROR),
                arguments("nothing", "", Reason.PROTOCOL_ERROR),
                arguments("a bad status", "HTTP/1.1 abc OK\r\n\r\n", Reason.PROTOCOL_ERROR),
                arguments("HTTP/9", "HTTP/9.0 200 OK\r\n\r\nx", Reason.PROTOCOL_ERROR),
                arguments("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx", Reason.PROTOCOL_ERROR),
                arguments("a bad length", "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\nx", Reason.PROTOCOL_ERROR),
                arguments(
                        "half a chunk",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                        Reason.PROTOCOL_ERROR),
                arguments(
                        "bad chunks",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                        Reason.PROTOCOL_ERROR),
                arguments("a long line", "HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000) + "\r\n\r\n", Reason.TOO_LARGE),
                arguments("many lines", "HTTP/1.1 200 OK\r\n" + "X: x\r\n".repeat(200) + "\r\n", Reason.TOO_LARGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void anAnswerThatIsNotValidIsNamedAsSuch(String name, String answer, Reason reason) {
        assertThat(reason(raw(answer))).isEqualTo(reason);
    }

    @Test
    void anAnswerWithoutLengthEndsWithTheConnection() {
        assertThat(raw("HTTP/1.0 200 OK\r\n\r\nwhole")).isInstanceOf(Fetched.class);
    }

    @Test
    void manyFetchesLeaveNothingBehind() {
        try (LoopbackServer server = LoopbackServer.start()
                        .on("/a", Answers.ok("text/html", "x"))
                        .on("/endless", Answers.endless())
                        .on("/broken", Answers.with("Content-Encoding", "br", Answers.ok("text/html", "x")));
                Gatherer gatherer = gatherer(server.authority())) {
            for (int i = 0; i < 30; i++) {
                assertThat(page(gatherer, server.address("/endless"))).isInstanceOf(Refused.class);
                assertThat(page(gatherer, server.address("/broken"))).isInstanceOf(Failed.class);
                assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Fetched.class);
            }
            assertThat(gatherer.openConnections()).isZero();
        }
    }

    @Test
    void aClosedGathererFailsInsteadOfThrowing() {
        try (LoopbackServer server = LoopbackServer.start().on("/a", Answers.ok("text/html", "x"))) {
            Gatherer gatherer = gatherer(server.authority());
            gatherer.close();
            assertThat(page(gatherer, server.address("/a"))).isInstanceOf(Failed.class);
        }
    }

    @Test
    void closingCutsOffWhatIsUnderWay() throws InterruptedException, ExecutionException {
        try (RawServer server = RawServer.silent();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Gatherer gatherer = new Gatherer(config(Duration.ofMinutes(1), server.authority()), new MutableClock(NOW));
            Future<Fetch> fetch = threads.submit(() -> page(gatherer, server.address("/")));
            while (server.connections() == 0) {
                Thread.onSpinWait();
            }
            gatherer.close();
            assertThat(fetch.get()).isInstanceOf(Failed.class);
        }
    }
}
