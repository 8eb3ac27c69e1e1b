package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polywire.testkit.MutableClock;

/** What measures manners must itself see bad ones. */
class ManySitesTest {
    private static final Duration NEVER_OVER = Duration.ofHours(1);

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T00:00:00Z"));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aRequestThatComesTooSoonIsCounted() throws Exception {
        try (ManySites sites = new ManySites(2, NEVER_OVER, clock)) {
            get(sites, 0);
            get(sites, 1);
            assertThat(sites.hasty()).as("each host was asked once").isZero();
            get(sites, 2);
            assertThat(sites.hasty()).as("source 2 is on the host of source 0").isOne();
            assertThat(sites.requests()).isEqualTo(3);
        }
    }

    @Test
    void whatWasShownIsCountedOncePerItem() throws Exception {
        try (ManySites sites = new ManySites(1, Duration.ZERO, clock)) {
            String tag = get(sites, 0).headers().firstValue("ETag").orElseThrow();
            long first = sites.shown();
            get(sites, 0);
            assertThat(sites.shown()).isEqualTo(first);
            assertThat(get(sites, 0, tag).statusCode()).isEqualTo(304);
            clock.advance(ManySites.pace(0).multipliedBy(3));
            assertThat(get(sites, 0, tag).statusCode()).isEqualTo(200);
            assertThat(sites.shown()).isEqualTo(first + 3);
            assertThat(sites.served()).isOne();
        }
    }

    @Test
    void theTimeOfItsThreadsIsKnown() throws Exception {
        try (ManySites sites = new ManySites(1, Duration.ZERO, clock)) {
            get(sites, 0);
            ProcessorTime time = ProcessorTime.now(sites.threads());
            assertThat(time.servers()).isPositive();
            assertThat(time.own()).isPositive().isLessThan(time.all());
        }
    }

    private HttpResponse<String> get(ManySites sites, int source) throws IOException, InterruptedException {
        return get(sites, source, "none");
    }

    private HttpResponse<String> get(ManySites sites, int source, String tag) throws IOException, InterruptedException {
        URI feed = sites.source(source).feed();
        return client.send(
                HttpRequest.newBuilder(feed).header("If-None-Match", tag).build(), BodyHandlers.ofString());
    }
}
