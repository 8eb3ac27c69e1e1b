package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.extract.Extraction.Elsewhere;
import org.polywire.extract.Extraction.Extracted;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.extract.Extraction.Withheld;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.Inlines;
import org.polywire.model.Reason;

/** An article that is dealt out over several pages is taken whole or not at all, and a page that says too little may have a plainer form. */
class SerialTest {
    private static final Extractor EXTRACTOR = new Extractor(LanguageIdentifier.load());
    private static final String ADDRESS = "https://faro.example/bridge";
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private static Capture page(String address, String head, String body) {
        String html = "<html lang=en><head><title>Council repairs the bridge</title>" + head + "</head><body><article>"
                + "<h1>Council repairs the bridge</h1><time datetime=2026-11-20T09:00:00Z>20 November</time>" + body
                + "</article></body></html>";
        URI uri = URI.create(address);
        return new Capture(uri, uri, new Headers(Map.of()), Bytes.copyOf(html.getBytes(StandardCharsets.UTF_8)), NOW);
    }

    private static String text(int number) {
        StringBuilder text = new StringBuilder();
        for (String day : List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")) {
            text.append("<p>The council met on ")
                    .append(day)
                    .append(" of week ")
                    .append(number);
            text.append(" and agreed, after a long debate, that the old bridge is to be repaired before winter.</p>");
        }
        return text.toString();
    }

    private static String pager(int next) {
        return "<nav class=pagination><a href='/bridge'>1</a> <a href='/bridge/" + next + "'>" + next + "</a></nav>";
    }

    private static Capture part(int number, boolean last) {
        String address = number == 1 ? ADDRESS : ADDRESS + "/" + number;
        return page(address, "<link rel=canonical href=/bridge>", text(number) + (last ? "" : pager(number + 1)));
    }

    private static Extraction extract(List<Capture> pages) {
        return EXTRACTOR.extract(pages, Pages.OUTLET, HostTemplates.NONE).outcome();
    }

    private static Article article(List<Capture> pages) {
        assertThat(extract(pages)).isInstanceOf(Extracted.class);
        return ((Extracted) extract(pages)).article();
    }

    private static List<String> weeks(Article article) {
        return article.body().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> Inlines.text(((Block.Paragraph) block).content()))
                .filter(text -> text.contains("Monday"))
                .map(text -> text.replaceAll(".*week (\\d+).*", "$1"))
                .toList();
    }

    @Test
    void eachPageAsksForTheNextUntilTheLastAndThenTheArticleIsWhole() {
        List<Capture> pages = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            pages.add(part(number, false));
            assertThat(extract(pages)).isInstanceOfSatisfying(Elsewhere.class, further -> {
                assertThat(further.address()).hasToString(ADDRESS + "/" + (pages.size() + 1));
                assertThat(further.otherwise().reason()).isEqualTo(Reason.INCOMPLETE);
            });
        }
        pages.add(part(3, true));
        Article whole = article(pages);
        assertThat(weeks(whole)).containsExactly("1", "2", "3");
        assertThat(whole.body()).hasSize(21);
        assertThat(whole.address()).hasToString(ADDRESS);
    }

    @Test
    void pagesThatRepeatTheTextAreNoFurtherPages() {
        Capture comments = page(ADDRESS + "/2", "", text(1) + pager(3));
        assertThat(article(List.of(part(1, false), comments)).body()).hasSize(7);
    }

    @Test
    void anArticleWithoutAnEndIsNotTaken() {
        List<Capture> pages = IntStream.rangeClosed(1, Extractor.MAX_PAGES + 1)
                .mapToObj(number -> part(number, false))
                .toList();
        assertThat(extract(pages.subList(0, Extractor.MAX_PAGES - 1))).isInstanceOf(Elsewhere.class);
        assertThat(extract(pages))
                .isEqualTo(new NotAnArticle(Reason.INCOMPLETE, "goes on beyond " + Extractor.MAX_PAGES + " pages"));
    }

    @Test
    void whatAFurtherPageReservesIsReservedForTheWhole() {
        Capture reserved = page(ADDRESS + "/2", "<meta name=tdm-reservation content=1>", text(2));
        assertThat(extract(List.of(part(1, false), reserved))).isInstanceOf(Withheld.class);
    }

    @Test
    void aFurtherPageThatIsNoneLeavesTheArticleIncomplete() {
        URI second = URI.create(ADDRESS + "/2");
        Capture picture = new Capture(
                second,
                second,
                new Headers(Map.of("content-type", List.of("image/png"))),
                Bytes.copyOf(new byte[9]),
                NOW);
        assertThat(extract(List.of(part(1, false), picture)))
                .isEqualTo(new NotAnArticle(Reason.INCOMPLETE, "goes on at " + second));
    }

    @ParameterizedTest
    @CsvSource({
        "https://faro.example/bridge, https://faro.example/bridge/2",
        "https://faro.example/bridge/, https://faro.example/bridge/2/",
        "https://faro.example/bridge, https://www.faro.example/bridge/page/2/",
        "https://faro.example/bridge, https://faro.example/bridge/seite-2",
        "https://faro.example/bridge, https://faro.example/bridge/p2",
        "https://faro.example/bridge, https://faro.example/bridge?page=2",
        "https://faro.example/a.php?id=7, https://faro.example/a.php?id=7&page=2",
        "https://faro.example/bridge.html, https://faro.example/bridge-2.html",
        "https://faro.example/bridge.html, https://faro.example/bridge_page_2.html"
    })
    void theSecondPageOfAnArticleIsKnownByItsAddress(URI article, URI second) {
        assertThat(Sequels.isPage(second, article, 2)).isTrue();
        assertThat(Sequels.isPage(second, article, 3)).isFalse();
        assertThat(Sequels.isPage(article, article, 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://faro.example/tunnel",
                "https://faro.example/bridge-2",
                "https://faro.example/bridge/comments",
                "https://faro.example/bridge/2/photos",
                "https://other.example/bridge/2",
                "https://faro.example/bridge?id=2",
                "https://faro.example/2"
            })
    void anotherArticleIsNoSecondPage(URI other) {
        assertThat(Sequels.isPage(other, URI.create(ADDRESS), 2)).isFalse();
    }

    @Test
    void theNextArticleIsNotTheNextPage() {
        String next = "<link rel=next href='/tunnel/2'><link rel=next href='/bridge-2'>";
        assertThat(article(List.of(page(ADDRESS, next, text(1)))).body()).hasSize(7);
    }

    private static final String POOR = "<p>Loading the story of the council, the bridge and the winter.</p>";
    private static final String AMP = "<meta property=og:type content=article><link rel=amphtml href='/amp/bridge'>";

    @Test
    void aPageThatSaysTooLittleIsLookedForInItsPlainerForm() {
        Capture poor = page(ADDRESS, AMP, POOR);
        assertThat(extract(List.of(poor))).isInstanceOfSatisfying(Elsewhere.class, further -> {
            assertThat(further.address()).hasToString("https://faro.example/amp/bridge");
            assertThat(further.otherwise().reason()).isEqualTo(Reason.EXTRACTION_DOUBTFUL);
        });
        Capture plain = page("https://faro.example/amp/bridge", "<link rel=canonical href=/bridge>", text(1));
        assertThat(article(List.of(poor, plain)).address()).hasToString(ADDRESS);
    }

    @Test
    void aPlainerFormOfAnotherPageIsNotTaken() {
        Capture stranger = page("https://faro.example/amp/bridge", "<link rel=canonical href=/tunnel>", text(1));
        assertThat(extract(List.of(page(ADDRESS, AMP, POOR), stranger)))
                .isInstanceOfSatisfying(
                        NotAnArticle.class, no -> assertThat(no.reason()).isEqualTo(Reason.EXTRACTION_DOUBTFUL));
    }

    @Test
    void aPageThatSaysEnoughNeedsNoPlainerForm() {
        assertThat(article(List.of(page(ADDRESS, AMP, text(1)))).body()).hasSize(7);
    }

    private static Extraction live(String fields) {
        String data =
                "<script type=application/ld+json>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Council repairs the bridge\""
                        + fields + "}</script>";
        return extract(List.of(page(ADDRESS, data, text(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"coverageEndTime\":\"2026-11-23T18:00:00Z\"",
                ",\"dateModified\":\"2026-11-22T22:00:00Z\"",
                ",\"liveBlogUpdate\":[{\"datePublished\":\"2026-11-20T08:00:00Z\"},{\"datePublished\":\"2026-11-22T20:00:00Z\"}]"
            })
    void aLiveReportThatStillGrowsIsNotTakenYet(String fields) {
        assertThat(live(fields))
                .isInstanceOfSatisfying(
                        NotAnArticle.class, no -> assertThat(no.reason()).isEqualTo(Reason.STILL_LIVE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"coverageEndTime\":\"2026-11-22T18:00:00Z\",\"dateModified\":\"2026-11-22T23:00:00Z\"",
                ",\"liveBlogUpdate\":[{\"datePublished\":\"2026-11-22T10:00:00Z\"}]",
                ""
            })
    void aLiveReportThatHasEndedIsTaken(String fields) {
        assertThat(live(fields)).isInstanceOf(Extracted.class);
    }

    @Test
    void whatThePageSaysBesideItsTextKeepsWhereItCameFrom() {
        Capture capture = page(
                ADDRESS,
                """
                <link rel=canonical href=/bridge><link rel=license href='https://creativecommons.org/licenses/by/4.0/'>
                <meta name=copyright content='El Faro'><meta property=article:section content=Local>
                <meta name=keywords content='bridge, winter'><meta property=article:content_tier content=free>
                <meta property=article:modified_time content='2026-11-21T09:00:00Z'>
                """,
                text(1)
                        + "<div class=author-box><p>Ana Ruiz is a reporter who covers the towns of the valley and its"
                        + " councils.</p></div>");
        Survey survey = EXTRACTOR.survey(capture);
        assertThat(survey.explanation().fields().stream()
                        .map(field -> field.name() + " < " + field.source() + " = " + field.value()))
                .contains(
                        "rights < licence = https://creativecommons.org/licenses/by/4.0/",
                        "section < meta = Local",
                        "tags < keywords = bridge | winter",
                        "address < canonical = " + ADDRESS,
                        "access < article:content_tier = FREE",
                        "modified < meta = 2026-11-21T09:00Z")
                .anyMatch(field -> field.matches(
                        "about the authors < (?:phrase\\.bio|mark\\.author\\S*) = Ana Ruiz is a reporter.*"));
        assertThat(survey.body().toString()).doesNotContain("Ana Ruiz is");
        assertThat(survey.explanation().fields())
                .filteredOn(field -> field.name().equals("rights"))
                .singleElement()
                .satisfies(
                        field -> assertThat(field.candidates()).contains(new Explanation.Candidate("meta", "El Faro")));
    }
}
