package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Bytes;
import org.polywire.publish.Page;

class WebServerTest {
    private static final String BODY = "<p>نص عربي, 漢字</p>".repeat(500);
    private static final String AT_HAND = "/at-hand/";
    private static final String MODIFIED = "Mon, 23 Nov 2026 10:00:00 GMT";

    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.start("localhost", 0, new Fixed());
    }

    private static final class Fixed implements Pages {
        @Override
        public Page at(Request request) {
            return page(request);
        }

        @Override
        public Page failed(int status, String path) {
            return new Page(status, "text/plain", Map.of(), Bytes.copyOf("sorry".getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Optional<Ready> atHand(String path) {
            return path.startsWith(AT_HAND)
                    ? Optional.of(new Ready(page(Request.of(path.replace(AT_HAND, "/ca/"), ""))))
                    : Optional.empty();
        }
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/push/", "/push/x", "/push/000000000000000000000000000000000000000000000000", "/push/a/b"})
    void nobodyIsBehindADoorThatIsClosed(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        HttpResponse<String> asked = client.send(request.build(), BodyHandlers.ofString());
        assertThat(asked.statusCode()).isEqualTo(404);
        assertThat(asked.body()).isEmpty();
        HttpResponse<String> brought = client.send(
                request.POST(BodyPublishers.ofString("x".repeat(100_000))).build(), BodyHandlers.ofString());
        assertThat(brought.statusCode()).isEqualTo(410);
        assertThat(brought.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /push/x", "POST /hub", "POST /ca/", "PUT /ca/", "DELETE /nowhere"})
    void whoeverIsRefusedCanSayAllThatTheyAnnouncedAndAskAgain(String asked) throws Exception {
        assertThat(new HalfSent(asked, "GET /ca/").answers(server.port(), this::theFrontPageIsThere))
                .matches("(?s)HTTP/1.1 4\\d\\d .*HTTP/1.1 200 OK.*")
                .endsWith(BODY);
    }

    private void theFrontPageIsThere() {
        assertThat(client.sendAsync(get("/ca/").build(), BodyHandlers.ofString())
                        .join()
                        .statusCode())
                .isEqualTo(200);
    }

    private static Page page(Request request) {
        if (request.path().equals("/ca/broken")) {
            throw new IllegalStateException("broken on purpose");
        }
        Map<String, String> headers =
                Map.of("ETag", "\"v1\"", "Last-Modified", MODIFIED, "Cache-Control", "max-age=60");
        int status = switch (request.path()) {
            case "/ca/" -> 200;
            case "/ca/a/gone" -> 410;
            default -> 404;
        };
        return new Page(
                status,
                "text/html; charset=utf-8",
                status == 200 ? headers : Map.of(),
                Bytes.copyOf(BODY.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPageArrivesWholeWithItsHeadersAndTheSafeguards() throws Exception {
        HttpResponse<String> answer = client.send(get("/ca/").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(BODY);
        assertThat(answer.headers().map())
                .containsKeys(
                        "content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=60");
        assertThat(answer.headers().firstValue("ETag")).hasValue("W/\"v1\"");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void aHeadRequestGetsTheHeadersOnly() throws Exception {
        HttpResponse<byte[]> answer =
                client.send(get("/ca/").method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).hasValue("W/\"v1\"");
    }

    @Test
    void aReaderWhoAsksForItGetsThePageCompressed() throws Exception {
        HttpResponse<byte[]> answer =
                client.send(get("/ca/").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(answer.body().length).isLessThan(BODY.length() / 10);
        assertThat(unzipped(answer.body())).isEqualTo(BODY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "If-None-Match     | \"v1\"                        | 304",
                "If-None-Match     | W/\"v1\"                      | 304",
                "If-None-Match     | \"v0\", W/\"v1\"              | 304",
                "If-None-Match     | *                             | 304",
                "If-None-Match     | \"v0\"                        | 200",
                "If-Modified-Since | Mon, 23 Nov 2026 10:00:00 GMT | 304",
                "If-Modified-Since | Tue, 24 Nov 2026 10:00:00 GMT | 304",
                "If-Modified-Since | Mon, 23 Nov 2026 09:59:59 GMT | 200",
                "If-Modified-Since | yesterday                     | 200",
            })
    void whatAReaderHasIsNotSentAgain(String header, String value, int status) throws Exception {
        HttpResponse<String> answer =
                client.send(get("/ca/").header(header, value).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("ETag")).hasValue("W/\"v1\"");
        assertThat(answer.body()).isEqualTo(status == 304 ? "" : BODY);
    }

    @Test
    void aTagGoesBeforeADate() throws Exception {
        HttpRequest request = get("/ca/")
                .header("If-None-Match", "\"v0\"")
                .header("If-Modified-Since", MODIFIED)
                .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/nowhere,404", "/metrics,404", "/ca/a/gone,410", "/..%2f..%2fetc/passwd,404"})
    void whatIsNotThereIsSaidSo(String path, int status) throws Exception {
        assertThat(client.send(get(path).build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void nothingCanBeChanged(String method) throws Exception {
        HttpResponse<String> answer = client.send(
                get("/ca/").method(method, BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | ''       | Accept-Encoding   | identity",
                "GET  | ''       | Accept-Encoding   | gzip, br",
                "GET  | ''       | Accept-Encoding   | gzip;q=0",
                "GET  | ''       | If-None-Match     | W/\"v1\"",
                "GET  | ''       | If-Modified-Since | Tue, 24 Nov 2026 10:00:00 GMT",
                "HEAD | ''       | Accept           | text/html",
                "GET  | a/gone   | If-None-Match     | *",
            })
    void whatLiesReadyIsAnsweredLikeWhatDoesNot(String method, String path, String header, String value)
            throws Exception {
        HttpResponse<byte[]> made = send("/ca/" + path, method, header, value);
        HttpResponse<byte[]> ready = send(AT_HAND + path, method, header, value);
        assertThat(ready.statusCode()).isEqualTo(made.statusCode());
        assertThat(ready.body()).isEqualTo(made.body());
        assertThat(told(ready)).isEqualTo(told(made));
    }

    private HttpResponse<byte[]> send(String path, String method, String header, String value) throws Exception {
        return client.send(
                get(path)
                        .header(header, value)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static Map<String, List<String>> told(HttpResponse<?> answer) {
        Map<String, List<String>> told = new TreeMap<>(answer.headers().map());
        told.remove("date");
        told.remove("content-length");
        told.remove("transfer-encoding");
        if (answer.statusCode() == 304) {
            // Javalin names a type also where there is no body.
            told.remove("content-type");
        }
        told.computeIfPresent(
                "content-type",
                (name, values) ->
                        values.stream().map(type -> type.replace(" ", "")).toList());
        return told;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                    | false",
                "gzip                 | true",
                "br, GZIP ;q=0.5      | true",
                "gzip;q=0             | false",
                "gzip; q=0.000, *     | false",
                "*                    | true",
                "*;q=0                | false",
                "br, deflate          | false",
            })
    void gzipIsForThoseWhoTakeIt(@Nullable String accepted, boolean taken) {
        assertThat(Encodings.takesGzip(accepted)).isEqualTo(taken);
    }

    @Test
    void aPageThatCannotBeMadeIsAPageToo() throws Exception {
        HttpResponse<String> answer = client.send(get("/ca/broken").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("sorry").doesNotContain("IllegalState");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void aTakenPortIsExplained() {
        assertThatThrownBy(() -> WebServer.start("localhost", server.port(), new Fixed()))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("localhost:" + server.port())
                .hasMessageContaining("Choose another port");
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private static String unzipped(byte[] body) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
