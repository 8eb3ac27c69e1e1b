package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.polywire.gather.Loopback.capture;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.testkit.Seeded;

class FeedFinderTest {
    private static final String PAGE = """
            <!DOCTYPE html><html><head><base href="/base/">
            <link rel="alternate" type="application/rss+xml" href="rss?a=1&amp;b=é" title="أخبار">
            <link rel="Alternate home" type="Application/Atom+XML; charset=utf-8" href="https://feeds.example/atom">
            <link rel="alternate" type="application/feed+json" href="/feed.json">
            <link rel="alternate" type="application/rss+xml" href="rss?a=1&amp;b=é">
            <link rel="alternate" hreflang="fr" href="/fr/"><link rel="stylesheet" type="text/xml" href="/s">
            <link rel="alternate" type="application/rss+xml" href="mailto:x@y.example">
            <link rel="feed" href="/updates"></head><body>…""";

    @Test
    void declaredFeedsAreFoundInTheirOrderAndNoneTwice() {
        assertThat(FeedFinder.declared(capture("https://news.example:444/a/b?c", "text/html", PAGE)))
                .containsExactly(
                        URI.create("https://news.example:444/base/rss?a=1&b=%C3%A9"),
                        URI.create("https://feeds.example/atom"),
                        URI.create("https://news.example:444/feed.json"),
                        URI.create("https://news.example:444/updates"));
    }

    @Test
    void feedsThatTheHeadOfTheAnswerDeclaresAreFoundAfterThoseOfThePage() {
        URI page = URI.create("https://news.example/a/");
        Headers headers = new Headers(Map.of(
                "content-type",
                List.of("text/html"),
                "link",
                List.of(
                        "<../feed.xml>; rel=\"alternate\"; type=\"application/rss+xml\"; title=\"a, b\", </fr/>; rel=alternate; hreflang=fr",
                        "<https://feeds.example/atom>; type=application/atom+xml; rel=\"self Alternate\"")));
        byte[] body = "<link rel=alternate type=application/rss+xml href=/page.xml>".getBytes(StandardCharsets.UTF_8);
        assertThat(FeedFinder.declared(new Capture(page, page, headers, Bytes.copyOf(body), Loopback.NOW)))
                .containsExactly(
                        URI.create("https://news.example/page.xml"),
                        URI.create("https://news.example/feed.xml"),
                        URI.create("https://feeds.example/atom"));
    }

    @Test
    void everySiteHasUsualPlaces() {
        assertThat(FeedFinder.usual(URI.create("http://news.example:81/a/b")))
                .contains(URI.create("http://news.example:81/feed"), URI.create("http://news.example:81/rss.xml"))
                .doesNotHaveDuplicates();
        assertThat(FeedFinder.usualSitemaps(URI.create("https://news.example")))
                .startsWith(URI.create("https://news.example/news-sitemap.xml"))
                .contains(URI.create("https://news.example/sitemap.xml"));
    }

    @Test
    void noMoreThanTwentyDeclaredFeedsAreTaken() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            page.append("<link rel=alternate type=application/rss+xml href=/")
                    .append(i)
                    .append('>');
        }
        assertThat(FeedFinder.declared(capture("http://news.example/", "text/html", page.toString())))
                .hasSize(20);
    }

    @Test
    void noBytesDoHarm() {
        Seeded.run(200, random -> {
            byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 20; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> FeedFinder.declared(capture("http://news.example/", "text/html", bytes)))
                    .doesNotThrowAnyException();
        });
    }
}
