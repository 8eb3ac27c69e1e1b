package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polywire.gather.Loopback.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.Index;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.model.Reason;

class SitemapTest {
    private static final String ADDRESS = "https://news.example/maps/sitemap.xml";

    private static final String NEWS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                    xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
                    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc>https://news.example/old</loc><lastmod>2026-11-01</lastmod></url>
            <url><loc>/a?x=1&amp;y=2</loc><n:news><n:publication><n:name>الميناء</n:name><n:language>ar</n:language></n:publication>
              <n:publication_date>2026-11-20T08:00:00+02:00</n:publication_date><n:title>فتح الميناء &amp;amp; السوق</n:title></n:news>
              <image:image><image:loc>https://news.example/a.jpg</image:loc><image:title>Picture</image:title></image:image></url>
            <url><loc>https://news.example/none</loc></url>
            <url><loc>mailto:a@b.example</loc></url>
            </urlset>
            """;

    private static FeedReading read(String text) {
        return FeedReader.read(capture(ADDRESS, "text/xml", text));
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void aNewsSitemapIsReadLikeAFeedTheNewestFirst() {
        Feed feed = (Feed) read(NEWS);
        assertThat(feed.title()).isEqualTo("الميناء");
        assertThat(feed.language()).isEqualTo("ar");
        assertThat(feed.home()).isEqualTo(URI.create("https://news.example/"));
        assertThat(feed.items())
                .extracting(Item::address)
                .containsExactly(
                        URI.create("https://news.example/a?x=1&y=2"),
                        URI.create("https://news.example/old"),
                        URI.create("https://news.example/none"));
        assertThat(feed.items().getFirst().title()).isEqualTo("فتح الميناء & السوق");
        assertThat(feed.items().getFirst().published()).isEqualTo(Instant.parse("2026-11-20T06:00:00Z"));
        assertThat(feed.items().get(1).updated()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    }

    @Test
    void aSitemapPackedAsAFileIsUnpacked() {
        byte[] gzip = packed(NEWS.getBytes(StandardCharsets.UTF_8));
        assertThat(FeedReader.read(capture(ADDRESS + ".gz", "application/x-gzip", gzip)))
                .isEqualTo(read(NEWS));
    }

    @Test
    void aPackedBombIsNotUnpacked() {
        byte[] bomb = packed(new byte[9 << 20]);
        assertThat(FeedReader.read(capture(ADDRESS, "application/gzip", bomb)))
                .isInstanceOfSatisfying(
                        NotAFeed.class, no -> assertThat(no.reason()).isEqualTo(Reason.COMPRESSION_BOMB));
        assertThat(FeedReader.read(capture(ADDRESS, "application/gzip", packed(packed(new byte[10])))))
                .isInstanceOf(NotAFeed.class);
        assertThat(FeedReader.read(capture(ADDRESS, "application/gzip", new byte[] {0x1f, (byte) 0x8b, 8})))
                .isInstanceOf(NotAFeed.class);
    }

    @Test
    void ofAnIndexTheThreePartsAreTakenThatAreLikeliestToHoldNews() {
        String index = """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>https://news.example/2019.xml</loc><lastmod>2019-12-31</lastmod></sitemap>
                <sitemap><loc>https://news.example/2026-10.xml</loc><lastmod>2026-10-31</lastmod></sitemap>
                <sitemap><loc>https://news.example/2026-11.xml</loc><lastmod>2026-11-20</lastmod></sitemap>
                <sitemap><loc>https://news.example/google-news.xml</loc></sitemap>
                <sitemap><loc>ftp://news.example/x.xml</loc><lastmod>2027-01-01</lastmod></sitemap>
                </sitemapindex>""";
        assertThat(read(index))
                .isEqualTo(new Index(List.of(
                        URI.create("https://news.example/google-news.xml"),
                        URI.create("https://news.example/2026-11.xml"),
                        URI.create("https://news.example/2026-10.xml"))));
    }

    @Test
    void withoutDatesTheLastPartsOfAnIndexAreTakenWhereSitesAppend() {
        String index = "<sitemapindex><sitemap><loc>/1.xml</loc></sitemap><sitemap><loc>/2.xml</loc></sitemap>"
                + "<sitemap><loc>/3.xml</loc></sitemap><sitemap><loc>/4.xml</loc></sitemap></sitemapindex>";
        assertThat(((Index) read(index)).parts().getFirst()).isEqualTo(URI.create("https://news.example/4.xml"));
        assertThat(((Index) read("<sitemapindex/>")).parts()).isEmpty();
    }
}
