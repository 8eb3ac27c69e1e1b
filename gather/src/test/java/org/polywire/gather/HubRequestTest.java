package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.gather.HubRequest.Reply;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;

class HubRequestTest {
    private static final URI CALLBACK = URI.create("https://wire.example/push/abc");
    private static final URI TOPIC = URI.create("https://faro.example/rss.xml?a=b&c=d");

    private final LoopbackServer hub = LoopbackServer.start();
    private final Courier courier = new Courier(Loopback.config(hub.authority()));
    private final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        courier.close();
        hub.close();
    }

    private LoopbackServer.Answer answer(int status) {
        return exchange -> {
            forms.add(form(exchange.getRequestBody().readAllBytes()));
            Answers.status(status).write(exchange);
        };
    }

    private static Map<String, String> form(byte[] body) throws IOException {
        Map<String, String> form = new TreeMap<>();
        for (String field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            String[] words = field.split("=", 2);
            form.put(words[0], URLDecoder.decode(words[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private HubRequest request(URI address) {
        return new HubRequest(address, TOPIC, CALLBACK, "geheim", Duration.ofDays(10));
    }

    private Reply ask(String path) {
        return request(hub.address(path)).send(courier, Loopback.NOW);
    }

    @Test
    void aHubIsAskedWithAForm() {
        hub.on("/", answer(202));
        assertThat(ask("/")).isEqualTo(new Reply.Accepted());
        assertThat(forms)
                .containsExactly(Map.of(
                        "hub.mode", "subscribe",
                        "hub.topic", TOPIC.toString(),
                        "hub.callback", CALLBACK.toString(),
                        "hub.lease_seconds", "864000",
                        "hub.secret", "geheim"));
    }

    @ParameterizedTest
    @CsvSource({"307, true", "308, true", "301, false", "302, false"})
    void onlyARedirectThatKeepsTheFormIsFollowed(int status, boolean followed) {
        hub.on("/", Answers.status(status, "Location", "/other")).on("/other", answer(202));
        assertThat(ask("/").equals(new Reply.Accepted())).isEqualTo(followed);
        assertThat(forms).hasSize(followed ? 1 : 0);
    }

    @Test
    void aSecretGoesOnToNoOtherHostByAnInsecureWay() {
        try (LoopbackServer other = LoopbackServer.start();
                Courier both = new Courier(Loopback.config(hub.authority(), other.authority()))) {
            other.on("/", answer(202));
            hub.on("/", Answers.status(307, "Location", other.address("/").toString()));
            assertThat(request(hub.address("/")).send(both, Loopback.NOW)).isInstanceOf(Reply.Rejected.class);
            assertThat(forms).isEmpty();

            HubRequest unsigned = new HubRequest(hub.address("/"), TOPIC, CALLBACK, "", Duration.ofDays(10));
            assertThat(unsigned.send(both, Loopback.NOW)).isEqualTo(new Reply.Accepted());
            assertThat(forms).hasSize(1).noneMatch(form -> form.containsKey("hub.secret"));
        }
    }

    @Test
    void aLoopOfRedirectsEnds() {
        hub.on("/", Answers.status(307, "Location", "/"));
        assertThat(ask("/")).isInstanceOf(Reply.Rejected.class);
        assertThat(hub.received()).hasSize(4);
    }

    @Test
    void aRefusalIsToldApartFromABadMoment() {
        hub.on("/no", answer(400)).on("/broken", answer(500)).on("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            Answers.status(429).write(exchange);
        });
        assertThat(ask("/no")).isEqualTo(new Reply.Rejected("HTTP 400"));
        assertThat(ask("/broken")).isEqualTo(new Reply.Unanswered("HTTP 500", Duration.ZERO));
        assertThat(ask("/busy")).isEqualTo(new Reply.Unanswered("HTTP 429", Duration.ofMinutes(2)));
    }

    @Test
    void aHubInAPrivateNetworkIsNotAsked() {
        assertThat(request(URI.create("http://10.0.0.1/")).send(courier, Loopback.NOW))
                .isInstanceOf(Reply.Rejected.class);
        hub.on("/", Answers.status(307, "Location", "http://169.254.169.254/latest"));
        assertThat(ask("/")).isInstanceOf(Reply.Rejected.class);
    }

    @Test
    void nobodyReadsTheSecretInALog() {
        assertThat(request(hub.address("/")).toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/, true",
        "http://127.0.0.1/, true",
        "http://[::1]/, true",
        "http://192.168.1.4/, true",
        "http://wire.local/, true",
        "https://wire.example/, false",
        "http://8.8.8.8/, false"
    })
    void whatOnlyOurNetworkCanReachIsKnownByItsForm(URI address, boolean internal) {
        assertThat(Courier.isInternal(address)).isEqualTo(internal);
    }
}
