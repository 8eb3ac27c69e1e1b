package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.gather.Courier.Message;
import org.polywire.gather.Courier.Reply;
import org.polywire.gather.Courier.Reply.Answered;
import org.polywire.gather.Courier.Reply.Unanswered;
import org.polywire.model.Bytes;
import org.polywire.model.Reason;
import org.polywire.testkit.LoopbackServer;

class CourierTest {
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
    void aMessageArrivesWholeAndItsAnswerComesBackWhateverItsStatus() {
        AtomicReference<String> arrived = new AtomicReference<>();
        server.on("/hook", exchange -> {
            arrived.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"code\":\"no\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(422, answer.length);
            exchange.getResponseBody().write(answer);
        });
        Reply reply = courier.send(message("POST", server.address("/hook"), "نص"));
        assertThat(arrived.get()).isEqualTo("نص");
        assertThat(reply).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(422);
            assertThat(new String(answered.body().toArray(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"code\":\"no\"}");
        });
        assertThat(server.received("/hook").getFirst().header("X-Mark")).hasValue("1");
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.on("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        });
        assertThat(courier.send(message("POST", server.address("/moved"), "x")))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(307));
        assertThat(server.received("/elsewhere")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://169.254.169.254/latest",
                "http://[::1]/",
                "http://10.0.0.1/",
                "http://user:secret@example.org/",
                "ftp://example.org/",
                "http://0x7f000001/"
            })
    void nothingIsCarriedIntoAPrivateNetwork(String address) {
        assertThat(courier.send(message("POST", URI.create(address), "x")))
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.reason()).isEqualTo(Reason.ADDRESS_REFUSED));
    }

    private static Message message(String method, URI address, String body) {
        return new Message(
                method,
                address,
                Map.of("Content-Type", "text/plain; charset=utf-8", "X-Mark", "1"),
                Bytes.copyOf(body.getBytes(StandardCharsets.UTF_8)),
                Duration.ofSeconds(60));
    }
}
