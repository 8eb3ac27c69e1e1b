package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.gather.Courier;
import org.polywire.gather.GatherConfig;
import org.polywire.model.Bytes;
import org.polywire.model.SourceId;
import org.polywire.pipeline.Push.Answer;
import org.polywire.pipeline.Push.Delivery;
import org.polywire.samples.PressHub;
import org.polywire.store.PushSubscription;
import org.polywire.store.PushSubscription.State;
import org.polywire.store.Store;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;

/** A newspaper, its hub and the newsroom, each a server of its own; the cases are those of websub.rocks 200 to 302 and some more. */
class PushTest {
    private static final SourceId FARO = new SourceId("el-faro");
    private static final Duration MOMENT = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private SmallPress press;
    private PressHub hub;
    private Callbacks callbacks;
    private Courier courier;
    private SmallNewsroom newsroom;

    @BeforeEach
    void open() {
        press = new SmallPress();
        hub = PressHub.start(0, press.clock());
        callbacks = new Callbacks();
        courier = new Courier(
                GatherConfig.defaults().withAllowed(Set.of(hub.address().getAuthority())));
        press.offer(hub.address());
        press.article("/a", "El puerto abre de noche");
        openNewsroom();
        newsroom.settle();
        newsroom.await(() -> hub.brings(topic()));
    }

    private void openNewsroom() {
        newsroom = new SmallNewsroom(folder, press);
        callbacks.lead(newsroom.push(courier, callbacks.address()));
    }

    @AfterEach
    void close() {
        newsroom.close();
        courier.close();
        callbacks.close();
        hub.close();
        press.close();
        client.close();
    }

    private URI topic() {
        return press.address("/rss.xml");
    }

    private PushSubscription subscription() {
        try (Store store = Store.open(folder)) {
            return store.read(transaction -> transaction.push().find(FARO)).orElseThrow();
        }
    }

    private URI callback() {
        return callbacks.address().resolve(subscription().path());
    }

    private int post(URI address, String signature, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/rss+xml")
                .POST(BodyPublishers.ofString(body));
        if (!signature.isEmpty()) {
            request.header("X-Hub-Signature", signature);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String signature(String method, String algorithm, String body, String secret)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        return method + "=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private String feed(String path) {
        return "<rss><channel>" + press.item(path, "") + "</channel></rss>";
    }

    private Answer verify(String mode, String topic) {
        Map<String, String> query =
                Map.of("hub.mode", mode, "hub.topic", topic, "hub.challenge", "x", "hub.lease_seconds", "600");
        return callbacks.push().verify(subscription().path(), query);
    }

    @Test
    void whatAHubBringsIsPublishedWithoutAPoll() {
        Instant polled = newsroom.source("el-faro").lastSuccess();
        press.article("/b", "La lonja cambia de sitio");
        hub.publish(topic());
        newsroom.later(MOMENT);
        assertThat(newsroom.headlines()).contains("La lonja cambia de sitio");
        assertThat(newsroom.source("el-faro").lastSuccess()).isEqualTo(polled);
        assertThat(subscription().broughtAt()).isNotNull();
    }

    @Test
    void whatAHubBringsIsSightedOnce() {
        press.article("/b", "La lonja cambia de sitio");
        hub.publish(topic());
        hub.publish(topic());
        newsroom.settle();
        assertThat(newsroom.articles()).hasSize(2);
    }

    @Test
    void aChangeThatAHubBringsIsLookedAtAtOnce() {
        press.article("/a", "El puerto cierra de noche");
        hub.publish(topic());
        newsroom.later(MOMENT);
        assertThat(newsroom.headlines()).containsExactly("El puerto cierra de noche");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1:HmacSHA1", "sha256:HmacSHA256", "sha384:HmacSHA384", "sha512:HmacSHA512"})
    void everySignatureOfTheStandardIsTaken(String method) throws Exception {
        press.article("/b", "La lonja cambia de sitio");
        String body = feed("/b");
        String[] names = method.split(":", -1);
        assertThat(post(
                        callback(),
                        signature(names[0], names[1], body, subscription().secret()),
                        body))
                .isEqualTo(202);
        newsroom.later(MOMENT);
        assertThat(newsroom.articles()).hasSize(2);
    }

    @Test
    void whatIsNotRightlySignedIsAnsweredLikeTheRestAndLeftAside() throws Exception {
        press.article("/b", "La lonja cambia de sitio");
        String body = feed("/b");
        assertThat(post(callback(), "", body)).isEqualTo(202);
        assertThat(post(callback(), signature("sha256", "HmacSHA256", body, "guessed"), body))
                .isEqualTo(202);
        String ofOther = signature("sha256", "HmacSHA256", body, subscription().secret());
        assertThat(post(callback(), ofOther, body + " ")).isEqualTo(202);
        newsroom.later(MOMENT);
        assertThat(newsroom.articles()).hasSize(1);
        assertThat(subscription().broughtAt()).isNull();
    }

    @Test
    void whatIsNoFeedLeadsToAPoll() throws Exception {
        press.article("/b", "La lonja cambia de sitio");
        String body = "the paper has news";
        post(callback(), signature("sha256", "HmacSHA256", body, subscription().secret()), body);
        newsroom.later(Duration.ofMinutes(1).plus(MOMENT));
        assertThat(newsroom.articles()).hasSize(2);
    }

    @Test
    void nothingIsConfirmedThatWasNotAskedFor() {
        String right = topic().toString();
        assertThat(verify("subscribe", right).status()).as("once more").isEqualTo(404);
        assertThat(verify("unsubscribe", right).status()).isEqualTo(404);
        assertThat(verify("", right).status()).isEqualTo(404);
        assertThat(verify("subscribe", "https://other.example/").status()).isEqualTo(404);
        assertThat(verify("denied", "https://other.example/").status()).isEqualTo(404);
        assertThat(subscription().state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void aPathThatNobodyHasIsEmpty() {
        String path = "0".repeat(48);
        assertThat(callbacks.push().verify(path, Map.of("hub.mode", "subscribe", "hub.challenge", "x")))
                .isEqualTo(new Answer(404, ""));
        assertThat(callbacks.push().objection(path)).contains(new Answer(410, ""));
        assertThat(callbacks.push().deliver(path, new Delivery("", "", Bytes.EMPTY)))
                .isEqualTo(new Answer(410, ""));
    }

    @Test
    void pathAndSecretAreLongAndOfThisSubscriptionAlone() {
        PushSubscription first = subscription();
        assertThat(first.path()).matches("[0-9a-f]{48}").isNotEqualTo(first.secret());
        assertThat(first.secret()).matches("[0-9a-f]{48}");
        assertThat(first.toString()).doesNotContain(first.secret()).doesNotContain(first.path());
        URI other = hub.address().resolve("/other");
        press.offer(other);
        newsroom.settle();
        newsroom.await(() -> subscription().hub().equals(other));
        assertThat(subscription().path()).isNotEqualTo(first.path());
        assertThat(subscription().secret()).isNotEqualTo(first.secret());
        assertThat(callbacks.push().objection(first.path())).contains(new Answer(410, ""));
    }

    @Test
    void aLeaseIsRenewedBeforeItsEnd() {
        PushSubscription before = subscription();
        Instant end = Objects.requireNonNull(before.leaseEnd());
        newsroom.later(Duration.ofDays(8).plusHours(1));
        newsroom.await(() -> hub.left(topic()).compareTo(Duration.ofDays(9)) > 0);
        newsroom.await(() -> subscription().askedAt() == null);
        assertThat(subscription().path()).isEqualTo(before.path());
        assertThat(subscription().standsAt(end.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void aSubscriptionOutlivesAStop() {
        newsroom.close();
        openNewsroom();
        newsroom.settle();
        Instant polled = newsroom.source("el-faro").lastSuccess();
        press.article("/b", "La lonja cambia de sitio");
        hub.publish(topic());
        newsroom.later(MOMENT);
        assertThat(newsroom.articles()).hasSize(2);
        assertThat(newsroom.source("el-faro").lastSuccess()).isEqualTo(polled);
    }

    @Test
    void aHubThatSaysNoIsLeftAloneAndPollingGoesOn() {
        hub.deny(topic());
        assertThat(subscription().state()).isEqualTo(State.DENIED);
        assertThat(subscription().detail()).isEqualTo("the hub denies it: closed");
        press.article("/b", "La lonja cambia de sitio");
        newsroom.settle();
        assertThat(newsroom.articles()).hasSize(2);
        assertThat(hub.brings(topic())).isFalse();
    }

    static Stream<Arguments> badHubs() {
        return Stream.of(
                arguments("that refuses", Answers.status(403), Duration.ZERO),
                arguments("that fails", Answers.status(500), Duration.ZERO),
                arguments("that never asks back", Answers.status(202), Duration.ofHours(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badHubs")
    void theNextHubIsAskedAfterOne(String what, LoopbackServer.Answer answer, Duration after) {
        try (LoopbackServer bad = LoopbackServer.start();
                PressHub good = PressHub.start(0, press.clock())) {
            bad.on("/", answer);
            callbacks.lead(newsroom.push(allowing(bad.address("/"), good.address()), callbacks.address()));
            press.offer(bad.address("/"), good.address());
            newsroom.settle();
            newsroom.await(() -> bad.received("/").size() == 1);
            newsroom.later(after);
            newsroom.await(() -> good.brings(topic()));
            newsroom.await(() -> subscription().state() == State.CONFIRMED);
            assertThat(bad.received("/"))
                    .as("the hub %s was asked first, and once", what)
                    .hasSize(1);
            assertThat(subscription().hub()).isEqualTo(good.address());
            press.article("/b", "La lonja cambia de sitio");
            good.publish(topic());
            newsroom.later(MOMENT);
            assertThat(newsroom.headlines()).contains("La lonja cambia de sitio");
        }
    }

    private static Courier allowing(URI... hubs) {
        return new Courier(GatherConfig.defaults()
                .withAllowed(Stream.of(hubs).map(URI::getAuthority).collect(Collectors.toSet())));
    }

    @Test
    void afterTheLastHubTheFirstIsAskedAgainInTime() {
        try (LoopbackServer first = LoopbackServer.start();
                LoopbackServer second = LoopbackServer.start()) {
            first.on("/", Answers.status(403));
            second.on("/", Answers.status(403));
            callbacks.lead(newsroom.push(allowing(first.address("/"), second.address("/")), callbacks.address()));
            press.offer(first.address("/"), second.address("/"));
            newsroom.settle();
            newsroom.await(() -> second.received("/").size() == 1);
            newsroom.later(Duration.ofHours(2));
            assertThat(first.received("/")).as("a refusal holds for a day").hasSize(1);
            newsroom.later(Duration.ofHours(23));
            newsroom.await(() -> first.received("/").size() == 2);
        }
    }

    @Test
    void aHubThatIsStillNamedStaysThoughAnotherIsNamedBeforeIt() {
        String path = subscription().path();
        press.offer(URI.create("https://first.example/"), hub.address());
        newsroom.settle();
        newsroom.await(() -> subscription().hubs().size() == 2);
        assertThat(subscription().hub()).isEqualTo(hub.address());
        assertThat(subscription().path()).isEqualTo(path);
    }

    @Test
    void aHubThatFallsSilentCostsNothingButTime() {
        press.article("/b", "La lonja cambia de sitio");
        newsroom.settle();
        assertThat(newsroom.articles()).hasSize(2);
    }

    @Test
    void aSourceThatHasEndedTakesNothingMore() {
        press.answer("/rss.xml", Answers.status(410));
        press.clock().advance(Duration.ofHours(13));
        newsroom.await(() -> newsroom.source("el-faro").ended());
        assertThat(callbacks.push().objection(subscription().path())).contains(new Answer(410, ""));
    }

    @Test
    void aFloodIsTurnedAwayUntilItEbbs() {
        String path = subscription().path();
        int let = 0;
        while (callbacks.push().objection(path).isEmpty() && let < 1000) {
            let++;
        }
        assertThat(let).isBetween(25, 35);
        assertThat(callbacks.push().objection(path)).contains(new Answer(429, ""));
        newsroom.later(Duration.ofSeconds(5));
        assertThat(callbacks.push().objection(path)).isEmpty();
    }

    @Test
    void aHubElsewhereIsNotAskedToComeToThisMachine() {
        Push unreachable =
                newsroom.push(new Courier(GatherConfig.defaults()), URI.create("http://localhost:8080/push/"));
        press.offer(URI.create("https://hub.example/"));
        newsroom.settle();
        newsroom.await(() -> subscription().hub().getHost().equals("hub.example"));
        unreachable.advance(FARO);
        assertThat(subscription().detail()).contains("cannot be reached from the hub");
    }

    @Test
    void anAllowanceLetsAFewThroughAndThenOneAtATime() {
        Allowance<String> allowance = new Allowance<>(Duration.ofSeconds(2), 3);
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        assertThat(List.of(allowance.take("a", now), allowance.take("a", now), allowance.take("a", now)))
                .containsOnly(Duration.ZERO);
        assertThat(allowance.take("a", now)).isEqualTo(Duration.ofSeconds(2));
        assertThat(allowance.take("b", now)).isZero();
        assertThat(allowance.take("a", now.plusSeconds(2))).isZero();
        assertThat(allowance.take("a", now.plusSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    }
}
