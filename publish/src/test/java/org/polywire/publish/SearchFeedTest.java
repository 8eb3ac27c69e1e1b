package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polywire.model.Edition;
import org.polywire.publish.Resource.Format;
import org.polywire.publish.Resource.SearchFeed;

/** A search can be followed like a section. */
class SearchFeedTest {
    private static final SearchTerms TERMS =
            new SearchTerms("port & <mar>", "el-faro", "Vida & Cultura", "es", "2026-11-01", "", "newest");
    private static final String QUERY =
            "q=port+%26+%3Cmar%3E&source=el-faro&section=Vida+%26+Cultura&original=es&since=2026-11-01";

    private final Site site = Press.site();
    private final Edition catalan = Press.edition("ca");

    @Test
    void theSearchPageNamesTheFeedsOfWhatWasSearchedFor() {
        Document page = SiteTest.html(search(TERMS));
        assertThat(page.select("link[rel=alternate][type$=+xml], link[rel=alternate][type$=feed+json]")
                        .eachAttr("href"))
                .containsExactly(
                        "/ca/search/rss.xml?" + QUERY, "/ca/search/atom.xml?" + QUERY, "/ca/search/feed.json?" + QUERY);
        Document before = SiteTest.html(search(new SearchTerms("", "", "", "", "", "", "")));
        assertThat(before.select("link[rel=alternate][type=application/rss+xml]")
                        .eachAttr("href"))
                .containsExactly("/ca/rss.xml");
    }

    private Page search(SearchTerms terms) {
        Site.Filters filters = new Site.Filters(Map.of(), List.of(), List.of());
        return site.search(catalan, terms, Optional.empty(), filters, Press.NOW);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFeedNamesItselfItsPageAndWhatItLooksForAndNoHub(Format format) {
        SearchFeed feed = new SearchFeed(catalan, format);
        assertThat(site.addresses().at(site.addresses().path(feed))).contains(feed);
        String text = NoticeTest.text(site.searchFeed(feed, TERMS, List.of(Stories.ferry())));
        String plain = format == Format.JSON ? text : text.replace("&amp;", "&");
        assertThat(plain)
                .contains("https://wire.example/ca/search/" + format.file() + "?" + QUERY)
                .contains("https://wire.example/ca/search?" + QUERY)
                .contains(Stories.CATALAN.headline())
                .contains("Aquest text l’ha traduït una màquina")
                .doesNotContain("/hub");
    }

    @Test
    void whatWasLookedForIsTextInItsTitle() {
        Page page = site.searchFeed(new SearchFeed(catalan, Format.RSS), TERMS, List.of());
        Element title = Jsoup.parse(NoticeTest.text(page), Parser.xmlParser()).expectFirst("channel > title");
        assertThat(title.text()).startsWith("El Port – Cerca: port & <mar> · el-faro");
    }
}
