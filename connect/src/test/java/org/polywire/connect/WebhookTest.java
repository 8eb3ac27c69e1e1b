package org.polywire.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.connect.Delivery.Done;
import org.polywire.connect.Delivery.Ended;
import org.polywire.connect.Delivery.Later;
import org.polywire.connect.Delivery.Refused;
import org.polywire.gather.Courier;
import org.polywire.gather.GatherConfig;
import org.polywire.testkit.LoopbackServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookTest {
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private LoopbackServer server;
    private Courier courier;

    @BeforeEach
    void start() {
        server = LoopbackServer.start();
        courier = new Courier(GatherConfig.defaults().withAllowed(Set.of(server.authority())));
    }

    @AfterEach
    void stop() {
        courier.close();
        server.close();
    }

    @Test
    void anEntryIsToldSignedAsTheStandardSays() throws Exception {
        server.on("/hook", exchange -> answer(exchange, 204, ""));
        byte[] key = "a key of some bytes".getBytes(StandardCharsets.UTF_8);
        Webhook hook = hook("whsec_" + Base64.getEncoder().encodeToString(key));
        assertThat(hook.deliver(Samples.published(Samples.CATALAN, 1, 42, "El port"), null))
                .isEqualTo(new Done());
        var request = server.received("/hook").getFirst();
        String signed = "log-42." + Samples.NOW.getEpochSecond() + "." + bodies.getFirst();
        assertThat(request.header("webhook-id")).hasValue("log-42");
        assertThat(request.header("webhook-signature")).hasValue("v1," + hmac(key, signed));
        JsonNode event = JsonMapper.shared().readTree(bodies.getFirst());
        assertThat(event.path("type").asString()).isEqualTo("article.published");
        assertThat(event.at("/data/disclosure/state").asString()).isEqualTo("machine_translated");
    }

    @Test
    void aReplayHasTheSameIdAndAWithdrawalHoldsNoText() {
        server.on("/hook", exchange -> answer(exchange, 200, "ok"));
        Webhook hook = hook("secret");
        hook.deliver(Samples.withdrawn(Samples.CATALAN, 1, 43), null);
        hook.deliver(Samples.withdrawn(Samples.CATALAN, 1, 43), null);
        assertThat(server.received("/hook").stream()
                        .map(one -> one.header("webhook-id").orElse("")))
                .containsExactly("log-43", "log-43");
        assertThat(bodies.getFirst()).contains("article.withdrawn").doesNotContain("travessia");
    }

    @ParameterizedTest
    @CsvSource({
        "500, SERVER_ERROR",
        "502, SERVER_ERROR",
        "429, BUSY",
        "503, BUSY",
        "401, NOT_AUTHORISED",
        "403, NOT_AUTHORISED",
        "404, NOT_THERE",
        "302, NOT_UNDERSTOOD"
    })
    void whatIsWrongWithTheSystemIsTriedLater(int status, Obstacle obstacle) {
        server.on("/hook", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            answer(exchange, status, "");
        });
        assertThat(hook("secret").deliver(Samples.published(Samples.CATALAN, 1, 1, "h"), null))
                .isEqualTo(new Later(obstacle, "status " + status, Duration.ofSeconds(120)));
    }

    @Test
    void whatIsWrongWithTheEntryIsRefusedAndGoneIsTheEnd() {
        server.on("/hook", exchange -> answer(exchange, 422, "no\nsuch   thing"));
        assertThat(hook("secret").deliver(Samples.published(Samples.CATALAN, 1, 1, "h"), null))
                .isEqualTo(new Refused(Obstacle.REFUSED, "status 422 no such thing"));
        server.on("/hook", exchange -> answer(exchange, 410, ""));
        assertThat(hook("secret").deliver(Samples.published(Samples.CATALAN, 1, 1, "h"), null))
                .isEqualTo(new Ended("status 410"));
    }

    @Test
    void aServerThatIsNotThereIsTriedLater() {
        server.close();
        assertThat(hook("secret").deliver(Samples.published(Samples.CATALAN, 1, 1, "h"), null))
                .isInstanceOfSatisfying(
                        Later.class, later -> assertThat(later.obstacle()).isEqualTo(Obstacle.UNREACHABLE));
    }

    @Test
    void aSecretIsNeverShown() {
        assertThat(new Secret("hunter2").toString()).doesNotContain("hunter2");
    }

    private Webhook hook(String secret) {
        return new Webhook(
                "desk",
                server.address("/hook"),
                new Secret(secret),
                Set.of(),
                Samples.api(),
                courier,
                InstantSource.fixed(Samples.NOW));
    }

    private void answer(HttpExchange exchange, int status, String text) throws java.io.IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
