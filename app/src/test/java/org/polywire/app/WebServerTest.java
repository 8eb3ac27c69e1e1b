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
import java.util.Map;
import java.util.zip.GZIPInputStream;
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
    private static final String MODIFIED = "Mon, 23 Nov 2026 10:00:00 GMT";

    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.start("localhost", 0, WebServerTest::page);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    private static Page page(Request request) {
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

    @Test
    void aTakenPortIsExplained() {
        assertThatThrownBy(() -> WebServer.start("localhost", server.port(), WebServerTest::page))
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
