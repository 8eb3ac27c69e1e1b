package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.connect.Hub;
import org.polywire.gather.Courier;
import org.polywire.gather.GatherConfig;
import org.polywire.model.Bytes;
import org.polywire.pipeline.Subscribers.Feed;
import org.polywire.store.Store;
import org.polywire.store.Subscription;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.LoopbackServer.Received;
import org.polywire.testkit.MutableClock;

/** The hub with subscribers on loopback: W3C WebSub, sections 5 (subscribing) and 7 (distribution). */
class SubscribersTest {
    private static final URI HUB = URI.create("https://wire.example/hub");
    private static final URI TOPIC = URI.create("https://wire.example/ca/rss.xml");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final List<String> brought = new CopyOnWriteArrayList<>();
    private volatile String feed = "<rss>one</rss>";
    private volatile int status = 204;
    private LoopbackServer server;
    private Courier courier;
    private Store store;
    private Subscribers subscribers;

    @BeforeEach
    void open() {
        server = LoopbackServer.start();
        server.on("/eager", this::eager);
        courier = new Courier(GatherConfig.defaults().withAllowed(Set.of(server.authority())));
        store = Store.open(folder);
        subscribers = new Subscribers(store, new Hub(HUB, courier, clock), this::feed, clock);
    }

    @AfterEach
    void close() {
        store.close();
        courier.close();
        server.close();
    }

    private Optional<Feed> feed(URI topic) {
        Bytes content = Bytes.copyOf(feed.getBytes(StandardCharsets.UTF_8));
        return topic.equals(TOPIC)
                ? Optional.of(new Feed("application/rss+xml; charset=utf-8", "\"" + feed.hashCode() + '"', content))
                : Optional.empty();
    }

    /** A subscriber that means what it asks for, and answers deliveries with {@link #status}. */
    private void eager(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            byte[] challenge = parameters(exchange.getRequestURI())
                    .getOrDefault("hub.challenge", "")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, challenge.length);
            exchange.getResponseBody().write(challenge);
        } else {
            brought.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
    }

    private int ask(String mode, String path) {
        return ask(Map.of("hub.mode", mode, "hub.callback", callback(path).toString()));
    }

    private int ask(Map<String, String> form) {
        Map<String, String> whole = new HashMap<>(form);
        whole.putIfAbsent("hub.topic", TOPIC.toString());
        return subscribers.ask(whole).status();
    }

    private URI callback(String path) {
        return server.address(path);
    }

    private Optional<Subscription> subscription(String path) {
        return store.read(transaction -> transaction.subscriptions().find(callback(path), TOPIC));
    }

    private void subscribe(String path) {
        assertThat(ask("subscribe", path)).isEqualTo(202);
        awaitThat(path, true);
    }

    private void awaitThat(String path, boolean subscribed) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (subscription(path).isPresent() != subscribed && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertThat(subscription(path).isPresent()).isEqualTo(subscribed);
    }

    private List<Received> deliveries(String target) {
        return server.received(target).stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }

    @Test
    void whoeverConfirmsIsBroughtEachNewStateOfTheFeedOnceSigned() throws GeneralSecurityException {
        String address = callback("/eager?for=me").toString();
        assertThat(ask(Map.of("hub.mode", "subscribe", "hub.callback", address, "hub.secret", "a secret")))
                .isEqualTo(202);
        awaitThat("/eager?for=me", true);
        subscribers.advance();
        assertThat(brought).as("the feed as it was when it was asked for").isEmpty();

        feed = "<rss>two</rss>";
        subscribers.advance();
        subscribers.advance();
        assertThat(brought).containsExactly(feed);
        Received delivery = deliveries("/eager?for=me").getFirst();
        assertThat(delivery.header("X-Hub-Signature")).hasValue("sha256=" + hmac("a secret", feed));
        assertThat(delivery.header("Content-Type")).hasValue("application/rss+xml; charset=utf-8");
        assertThat(delivery.header("Link")).hasValue("<" + HUB + ">; rel=\"hub\", <" + TOPIC + ">; rel=\"self\"");
    }

    private static String hmac(String secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theQuestionNamesTheTopicAndTheLeaseAndKeepsTheCallbacksQuery() {
        String address = callback("/eager?for=me").toString();
        ask(Map.of("hub.mode", "subscribe", "hub.callback", address, "hub.lease_seconds", "7200"));
        awaitThat("/eager?for=me", true);
        Map<String, String> asked =
                parameters(URI.create(server.received().getFirst().target()));
        assertThat(asked)
                .containsEntry("for", "me")
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", TOPIC.toString())
                .containsEntry("hub.lease_seconds", "7200");
        assertThat(asked.get("hub.challenge")).hasSizeGreaterThan(30);
    }

    @Test
    void whoeverDoesNotRepeatTheChallengeIsBroughtNothing() {
        server.on("/parrot", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(ask("subscribe", "/parrot")).isEqualTo(202);
        assertThat(ask("subscribe", "/nowhere")).isEqualTo(202);
        subscribe("/eager");
        feed = "<rss>two</rss>";
        subscribers.advance();
        assertThat(deliveries("/parrot")).isEmpty();
        assertThat(deliveries("/nowhere")).isEmpty();
        assertThat(deliveries("/eager")).hasSize(1);
    }

    @Test
    void whoeverUnsubscribesAndConfirmsIsBroughtNothingMore() {
        subscribe("/eager");
        assertThat(ask("unsubscribe", "/eager")).isEqualTo(202);
        awaitThat("/eager", false);
        feed = "<rss>two</rss>";
        subscribers.advance();
        assertThat(brought).isEmpty();
    }

    @Test
    void aFailedDeliveryIsTriedAgainLaterAndLaterAndAtLastTheSubscriptionEnds() {
        subscribe("/eager");
        status = 500;
        feed = "<rss>two</rss>";
        for (int failures = 1; failures < 10; failures++) {
            subscribers.advance();
            assertThat(brought).as("at once again").hasSize(failures);
            subscribers.advance();
            assertThat(brought).as("not before its time").hasSize(failures);
            clock.advance(Duration.ofSeconds(10).multipliedBy(1L << (failures - 1)));
        }
        subscribers.advance();
        assertThat(subscription("/eager")).isEmpty();
    }

    @Test
    void whatFailedOnceIsBroughtAsItIsByThen() {
        subscribe("/eager");
        status = 503;
        feed = "<rss>two</rss>";
        subscribers.advance();
        status = 204;
        feed = "<rss>three</rss>";
        clock.advance(Duration.ofMinutes(1));
        subscribers.advance();
        assertThat(brought).containsExactly("<rss>two</rss>", "<rss>three</rss>");
        assertThat(subscription("/eager").orElseThrow().failures()).isZero();
    }

    @Test
    void whoeverSaysGoneIsForgotten() {
        subscribe("/eager");
        status = 410;
        feed = "<rss>two</rss>";
        subscribers.advance();
        assertThat(subscription("/eager")).isEmpty();
    }

    @Test
    void aLeaseEnds() {
        subscribe("/eager");
        clock.advance(Duration.ofDays(10).plusSeconds(1));
        feed = "<rss>two</rss>";
        subscribers.advance();
        assertThat(brought).isEmpty();
        assertThat(subscription("/eager")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "publish, http://127.0.0.1:9/c, https://wire.example/ca/rss.xml",
        "subscribe, ftp://127.0.0.1/c, https://wire.example/ca/rss.xml",
        "subscribe, not an address, https://wire.example/ca/rss.xml",
        "subscribe, http://127.0.0.1:9/c#part, https://wire.example/ca/rss.xml",
        "subscribe, http://127.0.0.1:9/c, https://other.example/rss.xml",
    })
    void whatMakesNoSenseIsRefusedAtOnce(String mode, String callback, String topic) {
        assertThat(ask(Map.of("hub.mode", mode, "hub.callback", callback, "hub.topic", topic)))
                .isEqualTo(400);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aSecretOf200BytesIsTooLong() {
        assertThat(ask(Map.of(
                        "hub.mode", "subscribe",
                        "hub.callback", callback("/eager").toString(),
                        "hub.secret", "é".repeat(100))))
                .isEqualTo(400);
    }
}
