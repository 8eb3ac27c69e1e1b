package org.polywire.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polywire.testkit.MutableClock;

class TimetableTest {
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration CHANGE = Duration.ofMinutes(5);

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final SamplePress press = SamplePress.start(new Pace(STEP, CHANGE, clock));

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void articlesAppearOneAfterTheOther() {
        int shown = 1;
        for (Expectation expectation : press.expectations().subList(1, 12)) {
            assertThat(Reader.get(expectation.article()).statusCode()).isEqualTo(404);
            assertThat(inFeeds()).isEqualTo(shown++);
            clock.advance(STEP);
            assertThat(Reader.get(expectation.article()).statusCode()).isEqualTo(200);
        }
    }

    private long inFeeds() {
        return press.papers().stream()
                .mapToLong(paper -> Reader.links(paper).size())
                .sum();
    }

    @Test
    void anArticleIsCorrected() {
        Expectation corrected = changing(Event.Kind.CORRECTED);
        HttpResponse<byte[]> before = Reader.get(corrected.article());
        String feed = text(Reader.get(feed(corrected)));
        clock.advance(CHANGE);
        HttpResponse<byte[]> after = Reader.get(corrected.article(), "If-None-Match", tag(before));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(tag(after)).isNotEqualTo(tag(before));
        assertThat(text(after)).contains("Corrección").contains("2,4 millones").isNotEqualTo(text(before));
        assertThat(text(before)).doesNotContain("Corrección").contains("4,2 millones");
        assertThat(text(Reader.get(feed(corrected)))).isNotEqualTo(feed);
    }

    @Test
    void anArticleIsTouchedWithoutAWordChanged() {
        Expectation touched = changing(Event.Kind.TOUCHED);
        HttpResponse<byte[]> before = Reader.get(touched.article());
        String words = Reader.page(touched.article()).select("article").text();
        String feed = text(Reader.get(feed(touched)));
        clock.advance(CHANGE);
        assertThat(tag(Reader.get(touched.article()))).isNotEqualTo(tag(before));
        assertThat(Reader.page(touched.article()).select("article").text()).isEqualTo(words);
        assertThat(text(Reader.get(feed(touched)))).isNotEqualTo(feed);
    }

    @Test
    void anArticleIsWithdrawn() {
        Expectation withdrawn = changing(Event.Kind.WITHDRAWN);
        assertThat(Reader.get(withdrawn.article()).statusCode()).isEqualTo(200);
        clock.advance(CHANGE);
        assertThat(Reader.get(withdrawn.article()).statusCode()).isEqualTo(410);
        assertThat(Reader.links(paper(withdrawn))).doesNotContain(withdrawn.article());
    }

    @Test
    void aChangeWaitsUntilTheArticleWasFetched() {
        clock.advance(Duration.ofHours(1));
        assertThat(press.finished()).isFalse();
        for (Expectation expectation : press.expectations()) {
            assertThat(Reader.get(expectation.article()).statusCode()).isEqualTo(200);
        }
        assertThat(press.finished()).isFalse();
        clock.advance(CHANGE);
        assertThat(press.finished()).isTrue();
    }

    @Test
    void theEventsTellEverythingInOrder() {
        assertThat(press.events()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(press.events())
                .filteredOn(event -> event.kind() == Event.Kind.RELEASED)
                .hasSameSizeAs(press.expectations());
        assertThat(press.length()).isEqualTo(CHANGE.plus(Duration.ofSeconds(4)));
    }

    /** The article that changes so, released. */
    private Expectation changing(Event.Kind kind) {
        clock.advance(STEP.multipliedBy(press.expectations().size()));
        URI article = press.events().stream()
                .filter(event -> event.kind() == kind)
                .map(Event::article)
                .findFirst()
                .orElseThrow();
        return press.expectations().stream()
                .filter(expectation -> expectation.article().equals(article))
                .findFirst()
                .orElseThrow();
    }

    private Paper paper(Expectation expectation) {
        return press.papers().stream()
                .filter(paper -> paper.id().equals(expectation.paper()))
                .findFirst()
                .orElseThrow();
    }

    private URI feed(Expectation expectation) {
        return paper(expectation).feed();
    }

    private static String tag(HttpResponse<byte[]> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
