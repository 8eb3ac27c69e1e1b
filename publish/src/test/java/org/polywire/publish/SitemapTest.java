package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;

/** What search engines are told, and what not. */
class SitemapTest {
    private final Site open = new Site(Press.config(), Press.providers(true));
    private final Site closed = new Site(Press.config(), Press.providers(false));
    private final Edition catalan = Press.edition("ca");
    private final List<Publication> front = Stories.front("ca");

    @Test
    void theIndexNamesEachMonthAndTheNewsOfEditionsThatHaveSome() {
        Set<YearMonth> months = new TreeSet<>(Set.of(YearMonth.of(2026, 10), YearMonth.of(2026, 11)));
        Document index = xml(open.sitemapIndex(Map.of(catalan, months)));
        assertThat(index.select("sitemapindex > sitemap > loc").eachText())
                .containsExactly(
                        "https://wire.example/ca/sitemap-2026-10.xml",
                        "https://wire.example/ca/sitemap-2026-11.xml",
                        "https://wire.example/ca/news-sitemap.xml");
        assertThat(NoticeTest.text(open.robots())).contains("Sitemap: https://wire.example/sitemap.xml");
    }

    @Test
    void aSitemapHasTheArticlesWithTheirLastChange() {
        List<Entry> entries = front.stream().map(Publication::entry).toList();
        Document map = xml(open.sitemap(catalan, entries));
        assertThat(map.select("url > loc").eachText()).hasSize(entries.size());
        assertThat(map.expectFirst("url > lastmod").text())
                .isEqualTo(entries.getFirst().at().toString());
        assertThat(xml(closed.sitemap(catalan, entries)).select("url")).isEmpty();
    }

    @Test
    void theNewsSitemapHoldsTwoDaysAndSaysWhatGoogleAsks() {
        Document news = xml(open.newsSitemap(catalan, front, Press.NOW));
        assertThat(news.select("url")).hasSize(front.size());
        assertThat(news.expectFirst("news|name").text()).isEqualTo("El Port");
        assertThat(news.select("news|language").eachText()).containsOnly("ca");
        assertThat(news.expectFirst("news|title").text()).startsWith("El port estrena");
        assertThat(news.expectFirst("news|publication_date").text())
                .isEqualTo(front.getFirst().entry().firstAt().toString());
        assertThat(xml(open.newsSitemap(catalan, front, Press.NOW.plus(Duration.ofDays(3))))
                        .select("url"))
                .isEmpty();
        assertThat(xml(closed.newsSitemap(catalan, front, Press.NOW)).select("url"))
                .isEmpty();
        assertThat(xml(open.newsSitemap(Press.edition("zh"), Stories.front("zh"), Press.NOW))
                        .select("news|language")
                        .eachText())
                .containsOnly("zh-cn");
    }

    private static Document xml(Page page) {
        assertThat(page.contentType()).startsWith("application/xml");
        return Jsoup.parse(NoticeTest.text(page), Parser.xmlParser());
    }
}
