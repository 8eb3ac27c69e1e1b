package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.LanguageTag;
import org.polywire.model.SourceId;
import org.polywire.publish.SearchTerms;
import org.polywire.publish.Site;
import org.polywire.search.Filters;
import org.polywire.search.SearchQuery;
import org.polywire.search.SearchQuery.Order;

class SearchFormTest {
    private static final LanguageTag CATALAN = new LanguageTag("ca");

    private static SearchForm form(Map<String, String> parameters) {
        return new SearchForm(new Request(
                "/ca/search",
                parameters.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue()))),
                ""));
    }

    @Test
    void everythingThatWasSentIsLookedForAndShownAgain() {
        SearchForm form = form(Map.of(
                "q", " port vell ",
                "source", "el-faro",
                "section", "Cultura",
                "original", "es",
                "since", "2026-11-01",
                "until", "2026-11-23",
                "order", "newest",
                "from", "20"));
        Filters filters = new Filters(
                new SourceId("el-faro"),
                "Cultura",
                new LanguageTag("es"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 23));
        assertThat(form.query(CATALAN))
                .isEqualTo(
                        new SearchQuery("port vell", List.of(CATALAN), filters, Order.NEWEST, 20, Site.SEARCH_LENGTH));
        assertThat(form.terms())
                .isEqualTo(
                        new SearchTerms("port vell", "el-faro", "Cultura", "es", "2026-11-01", "2026-11-23", "newest"));
    }

    @Test
    void aFeedHasTheNewestFirstAndNoFurtherPages() {
        SearchQuery feed =
                form(Map.of("q", "port", "order", "relevance", "from", "40")).feed(CATALAN);
        assertThat(feed.order()).isEqualTo(Order.NEWEST);
        assertThat(feed.from()).isZero();
        assertThat(feed.count()).isEqualTo(Site.FEED_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "source, No such id!",
        "original, this is no language",
        "since, yesterday",
        "until, 2026-02-30",
        "order, oldest",
        "from, -1",
        "from, 1001",
        "from, 99999999999",
        "from, ٢٠",
    })
    void whatMakesNoSenseCountsAsLeftOut(String name, String value) {
        SearchForm form = form(Map.of("q", "port", name, value));
        assertThat(form.query(CATALAN)).isEqualTo(form(Map.of("q", "port")).query(CATALAN));
        assertThat(form.terms()).isEqualTo(form(Map.of("q", "port")).terms());
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String text = form(Map.of("q", "𐤀".repeat(300))).terms().text();
        assertThat(text).isEqualTo("𐤀".repeat(200));
    }

    @Test
    void nothingTypedAndNothingChosenLooksForNothing() {
        assertThat(form(Map.of()).terms().empty()).isTrue();
        assertThat(form(Map.of("q", "  ")).terms().empty()).isTrue();
        assertThat(form(Map.of("section", "Port")).terms().empty()).isFalse();
    }
}
