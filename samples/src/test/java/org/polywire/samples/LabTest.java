package org.polywire.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabTest {
    private static final int MEBIBYTE = 1 << 20;

    private final Lab lab = Lab.start();

    @AfterEach
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 500, 403, 429})
    void aStatusIsAnswered(int status) {
        assertThat(Reader.get(address(Integer.toString(status))).statusCode()).isEqualTo(status);
    }

    @Test
    void aLoopLeadsToItself() {
        URI address = address("redirect loop");
        String next = Reader.get(address).headers().firstValue("Location").orElseThrow();
        assertThat(Reader.get(address.resolve(next)).headers().firstValue("Location"))
                .contains(next);
    }

    @Test
    void theHugePageIsHuge() throws IOException, InterruptedException {
        try (InputStream body = stream("200 MB body")) {
            assertThat(body.skip(64L * MEBIBYTE)).isEqualTo(64L * MEBIBYTE);
        }
    }

    @Test
    void theDripGoesOn() throws IOException, InterruptedException {
        try (InputStream body = stream("endless drip")) {
            assertThat(body.readNBytes(3)).hasSize(3);
        }
    }

    @Test
    void theBombIsSmallAndUnpacksToMuch() throws IOException {
        byte[] packed = Reader.get(address("gzip bomb")).body();
        assertThat(packed.length).isLessThan(MEBIBYTE);
        try (InputStream body = new GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
            assertThat(body.skip(256L * MEBIBYTE)).isEqualTo(256L * MEBIBYTE);
        }
    }

    @Test
    void nobodyListensAtTheUnreachableHost() {
        assertThatThrownBy(() -> Reader.get(address("unreachable host"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void theFeedListsEveryCase() {
        String feed = new String(Reader.get(lab.feed()).body(), StandardCharsets.UTF_8);
        lab.cases().forEach(one -> assertThat(feed).contains("<link>" + one.address() + "</link>"));
    }

    @Test
    void theHtmlFeedIsNoFeed() {
        assertThat(new String(Reader.get(lab.htmlFeed()).body(), StandardCharsets.UTF_8))
                .doesNotContain("<rss");
    }

    @Test
    void theWrongCharsetIsWrong() {
        assertThat(new String(Reader.get(address("wrong charset")).body(), StandardCharsets.UTF_8))
                .contains("\uFFFD");
    }

    private InputStream stream(String name) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address(name)).build(), BodyHandlers.ofInputStream());
        return response.body();
    }

    private URI address(String name) {
        return lab.cases().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .address();
    }
}
