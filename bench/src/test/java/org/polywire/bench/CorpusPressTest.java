package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polywire.bench.Corpus.Page;
import org.polywire.model.Bytes;
import org.polywire.model.Source;

class CorpusPressTest {
    private static final Page PAGE = new Page(
            "1",
            URI.create("https://news.example/a/b?id=7&utm_source=rss"),
            "news.example",
            "es",
            "Uno & <dos>",
            Bytes.copyOf("<p>Hola</p>".getBytes(StandardCharsets.UTF_8)));

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void eachHostHasAFeedARobotsFileAndItsPages() throws IOException, InterruptedException {
        try (CorpusPress press = new CorpusPress(List.of(PAGE))) {
            Source source = press.sources().getFirst();
            assertThat(get(source.feed()).body()).contains("Uno &amp; &lt;dos>");
            assertThat(get(source.home().resolve("/robots.txt")).statusCode()).isEqualTo(200);
            URI page = press.addresses().iterator().next();
            assertThat(get(page).body()).isEqualTo("<p>Hola</p>");
            assertThat(get(page.resolve("/a/b")).body()).isEqualTo("<p>Hola</p>");
            assertThat(get(page.resolve("/c")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aKnownPageIsNotSentAgain() throws IOException, InterruptedException {
        try (CorpusPress press = new CorpusPress(List.of(PAGE))) {
            URI page = press.addresses().iterator().next();
            String etag = get(page).headers().firstValue("ETag").orElseThrow();
            assertThat(get(page, "If-None-Match", etag).statusCode()).isEqualTo(304);
        }
    }
}
