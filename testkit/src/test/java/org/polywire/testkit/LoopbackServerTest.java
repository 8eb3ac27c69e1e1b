package org.polywire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
    @Test
    void itAnswersAsToldAndRecordsWhatItWasAsked() throws IOException {
        try (LoopbackServer server = LoopbackServer.start().on("/a", Answers.ok("text/plain", "أهلا"))) {
            assertThat(read(open(server.address("/a?x=1")))).isEqualTo("أهلا");
            assertThat(open(server.address("/b")).getResponseCode()).isEqualTo(404);
            assertThat(server.received().stream().map(LoopbackServer.Received::target))
                    .containsExactly("/a?x=1", "/b");
            assertThat(server.received("/b").getFirst().header("HOST")).contains(server.authority());
        }
    }

    @Test
    void aVersionedAnswerIsNotSentTwice() throws IOException {
        try (LoopbackServer server =
                LoopbackServer.start().on("/", Answers.versioned("\"1\"", "yesterday", "text/plain", "x"))) {
            assertThat(open(server.address("/")).getResponseCode()).isEqualTo(200);
            HttpURLConnection again = open(server.address("/"));
            again.setRequestProperty("If-None-Match", "\"1\"");
            assertThat(again.getResponseCode()).isEqualTo(304);
        }
    }

    @Test
    void aSequenceEndsWithItsLastAnswerForEver() throws IOException {
        try (LoopbackServer server =
                LoopbackServer.start().on("/", Answers.sequence(Answers.status(500), Answers.status(204)))) {
            assertThat(open(server.address("/")).getResponseCode()).isEqualTo(500);
            assertThat(open(server.address("/")).getResponseCode()).isEqualTo(204);
            assertThat(open(server.address("/")).getResponseCode()).isEqualTo(204);
        }
    }

    @Test
    void closingCutsOffADrip() throws IOException {
        HttpURLConnection connection;
        try (LoopbackServer server = LoopbackServer.start().on("/", Answers.drip(Duration.ofMillis(1)))) {
            connection = open(server.address("/"));
            assertThat(connection.getInputStream().read()).isEqualTo(' ');
        }
        connection.disconnect();
    }

    @Test
    void aRawServerSaysItsBytesAndCountsItsCallers() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.0 200 Fine\r\n\r\nraw")) {
            assertThat(read(open(server.address("/")))).isEqualTo("raw");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static HttpURLConnection open(URI address) throws IOException {
        return (HttpURLConnection) address.toURL().openConnection();
    }

    private static String read(HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
