package org.polywire.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The papers of the press that work with its hub, and somebody who subscribes, each on a port of its own. */
class HeraldTest {
    private static final Instant START = Instant.parse("2026-11-27T08:00:00Z");
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final long PATIENCE_SECONDS = 30;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final BlockingQueue<String> brought = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private SamplePress press;
    private HttpServer subscriber;

    @BeforeEach
    void open() throws IOException {
        press = SamplePress.start(new Pace(BETWEEN, BETWEEN, now::get));
        subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        subscriber.createContext("/", this::answer);
        subscriber.start();
    }

    @AfterEach
    void close() {
        subscriber.stop(0);
        press.close();
        client.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            boolean delivery = exchange.getRequestMethod().equals("POST");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (delivery && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            (delivery ? brought : asked).add(delivery ? body : query);
            byte[] challenge = delivery ? new byte[0] : challenge(query).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, challenge.length == 0 ? -1 : challenge.length);
            exchange.getResponseBody().write(challenge);
        }
    }

    private static String challenge(String query) {
        return Stream.of(query.split("&"))
                .filter(field -> field.startsWith("hub.challenge="))
                .map(field -> field.substring("hub.challenge=".length()))
                .collect(Collectors.joining());
    }

    private Paper paper(Paper.Push push) {
        return press.papers().stream()
                .filter(paper -> paper.push() == push)
                .findFirst()
                .orElseThrow();
    }

    /** The hub that the paper's feed names, which is asked to bring it. */
    private void subscribe(Paper paper) throws IOException, InterruptedException {
        String hub = Jsoup.parse(
                        new String(Reader.get(paper.feed()).body(), StandardCharsets.UTF_8), Parser.xmlParser())
                .select("[rel=hub]")
                .attr("href");
        String form = "hub.mode=subscribe&hub.topic="
                + URLEncoder.encode(paper.feed().toString(), StandardCharsets.UTF_8) + "&hub.callback="
                + URLEncoder.encode(
                        "http://127.0.0.1:" + subscriber.getAddress().getPort() + "/", StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub))
                .POST(BodyPublishers.ofString(form))
                .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    }

    private void awaitSubscription(Paper paper) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!press.hub().brings(paper.feed())) {
            assertThat(System.nanoTime()).as("the hub agrees in time").isLessThan(end);
            Thread.sleep(10);
        }
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        String one = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(one).as("it comes in time").isNotNull();
        return one;
    }

    /** Until the next article of a paper is there. */
    private URI release(Paper paper) {
        Event event = press.events().stream()
                .filter(one -> one.kind() == Event.Kind.RELEASED
                        && one.paper().equals(paper.id())
                        && one.at().isAfter(now.get()))
                .findFirst()
                .orElseThrow();
        now.set(event.at());
        return event.article();
    }

    @Test
    void theHubBringsAFeedWithEachNewArticle() throws Exception {
        Paper paper = paper(Paper.Push.BROUGHT);
        subscribe(paper);
        assertThat(next(asked)).contains("hub.mode=subscribe");
        awaitSubscription(paper);
        URI article = release(paper);
        assertThat(next(brought)).contains(article.toString());
    }

    @Test
    void whatTheSubscriberWouldNotTakeIsBroughtAgain() throws Exception {
        Paper paper = paper(Paper.Push.BROUGHT);
        subscribe(paper);
        awaitSubscription(paper);
        refusals.set(3);
        URI article = release(paper);
        assertThat(next(brought)).contains(article.toString());
        assertThat(refusals).hasValue(0);
    }

    @Test
    void aClosedHubSaysThatItDenies() throws Exception {
        Paper paper = paper(Paper.Push.DENIED);
        subscribe(paper);
        assertThat(next(asked))
                .contains("hub.mode=denied")
                .contains(paper.feed().toString());
        assertThat(press.hub().brings(paper.feed())).isFalse();
        release(paper);
        assertThat(press.hub().publish(paper.feed())).isTrue();
        assertThat(brought).isEmpty();
    }

    @Test
    void otherPapersNameNoHub() {
        press.papers().stream()
                .filter(paper -> paper.push() == Paper.Push.NONE)
                .forEach(paper -> assertThat(new String(Reader.get(paper.feed()).body(), StandardCharsets.UTF_8))
                        .as(paper.id())
                        .doesNotContain("\"hub\""));
    }
}
