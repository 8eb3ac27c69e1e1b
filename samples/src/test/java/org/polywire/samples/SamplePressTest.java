package org.polywire.samples;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SamplePressTest {
    private static SamplePress press;

    @BeforeAll
    static void open() {
        press = SamplePress.start(Pace.atOnce(InstantSource.system()));
    }

    @AfterAll
    static void close() {
        press.close();
    }

    @Test
    void thereAreNinePapersInSixLanguages() {
        assertThat(press.papers()).hasSize(9);
        assertThat(press.papers().stream().map(Paper::language).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("es", "pt", "ca", "fr", "en", "ar");
    }

    @Test
    void thereAreEnoughArticlesOfNewsLength() {
        assertThat(press.expectations()).hasSizeGreaterThanOrEqualTo(36);
        long full = press.expectations().stream()
                .filter(expectation -> words(expectation.truth()) >= 240)
                .count();
        assertThat(full).isGreaterThanOrEqualTo(36);
    }

    private static long words(Truth truth) {
        return Stream.of(truth.paragraphs(), truth.headings(), truth.items())
                .flatMap(List::stream)
                .mapToLong(text -> text.split("\\s+").length)
                .sum();
    }

    @Test
    void everyManuscriptIsInTheRunningOrder() throws IOException, URISyntaxException {
        URI list =
                requireNonNull(SamplePressTest.class.getResource("papers.txt")).toURI();
        Path root = Path.of(list).resolveSibling(".").normalize();
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(Resources.lines("running-order.txt"))
                    .containsExactlyInAnyOrderElementsOf(files.map(root::relativize)
                            .map(file -> file.toString().replace('\\', '/'))
                            .filter(file -> file.endsWith(".html") && !file.endsWith(".v2.html"))
                            .filter(file -> !file.startsWith("designs") && !file.startsWith("lab"))
                            .map(file -> file.substring(0, file.length() - ".html".length()))
                            .toList());
        }
    }

    @Test
    void noTwoArticlesHaveOneAddress() {
        assertThat(press.expectations().stream().map(Expectation::article)).doesNotHaveDuplicates();
    }

    @Test
    void everyPageHoldsItsArticle() {
        for (Expectation expectation : press.expectations()) {
            Reader.page(expectation.article());
            if (isOpen(expectation)) {
                holds(Reader.page(expectation.article()), expectation);
            }
        }
    }

    private static void holds(Document page, Expectation expectation) {
        Truth truth = expectation.truth();
        assertThat(page.expectFirst("h1").text()).as(expectation.toString()).isEqualTo(truth.headline());
        assertThat(page.text()).contains(truth.standfirst()).doesNotContain("{{");
        Stream.of(truth.paragraphs(), truth.headings(), truth.items(), truth.cells(), truth.bylines())
                .flatMap(List::stream)
                .forEach(text -> assertThat(page.text()).contains(text));
        assertThat(hrefs(page)).containsAll(truth.links());
        for (Truth.Picture picture : truth.pictures()) {
            assertThat(page.outerHtml()).contains(picture.address().toString()).contains(picture.description());
            assertThat(page.text()).contains(picture.caption()).contains(picture.credit());
        }
        truth.embeds().forEach(embed -> assertThat(page.outerHtml()).contains(embed.toString()));
    }

    private static Set<Truth.Link> hrefs(Document page) {
        return page.select("a[href]").stream()
                .filter(link ->
                        !link.absUrl("href").isEmpty() && !link.absUrl("href").contains(" "))
                .map(SamplePressTest::link)
                .collect(Collectors.toSet());
    }

    private static Truth.Link link(Element link) {
        return new Truth.Link(
                link.text(), URI.create(URI.create(link.absUrl("href")).toASCIIString()));
    }

    /** Articles that are gone, closed, or differ from page to page are tested by themselves. */
    private static boolean isOpen(Expectation expectation) {
        Outcome any = expectation.editions().get("es");
        return !(any instanceof Outcome.Withdrawn)
                && !(any instanceof Outcome.Refused refused && refused.code().equals("PAYWALLED"));
    }

    @Test
    void everyPictureIsServedInTwoSizes() {
        Set<URI> pictures = new HashSet<>();
        press.expectations()
                .forEach(expectation -> expectation.truth().pictures().forEach(p -> pictures.add(p.address())));
        for (URI picture : pictures) {
            HttpResponse<byte[]> answer = Reader.get(picture);
            assertThat(answer.statusCode()).as(picture.toString()).isEqualTo(200);
            assertThat(answer.body()).startsWith(0x89, 'P', 'N', 'G');
        }
        URI first = pictures.iterator().next();
        assertThat(Reader.get(URI.create(first + "?w=600")).body())
                .hasSizeLessThan(Reader.get(first).body().length);
    }

    @Test
    void everyFeedIsWellFormedAndListsEveryArticleNotWithdrawn() {
        press.expectations().forEach(expectation -> Reader.get(expectation.article()));
        for (Paper paper : press.papers()) {
            Set<URI> expected = press.expectations().stream()
                    .filter(expectation -> expectation.paper().equals(paper.id()))
                    .filter(expectation -> !(expectation.editions().get("es") instanceof Outcome.Withdrawn))
                    .map(Expectation::article)
                    .collect(Collectors.toSet());
            assertThat(Reader.links(paper)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void everyFrontPageNamesItsFeed() {
        for (Paper paper : press.papers()) {
            assertThat(Reader.page(paper.home()).select("link[rel=alternate]").attr("href"))
                    .isEqualTo(paper.feed().toString());
        }
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        for (Paper paper : press.papers()) {
            HttpResponse<byte[]> first = Reader.get(paper.feed());
            String tag = first.headers().firstValue("ETag").orElseThrow();
            String modified = first.headers().firstValue("Last-Modified").orElseThrow();
            assertThat(Reader.get(paper.feed(), "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            assertThat(Reader.get(paper.feed(), "If-Modified-Since", modified).statusCode())
                    .isEqualTo(304);
            assertThat(Reader.get(paper.feed(), "If-None-Match", "\"other\"", "If-Modified-Since", modified)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void oneHouseWritesWindowsTextAndCallsItLatin() {
        Expectation expectation = of("diario-del-sur").getLast();
        HttpResponse<byte[]> page = Reader.get(expectation.article());
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=ISO-8859-1");
        assertThat(new String(page.body(), Charset.forName("windows-1252"))).contains("«");
    }

    @Test
    void oneStoryOfAnAgencyStandsInTwoPapers() {
        Map<List<String>, Long> texts = press.expectations().stream()
                .map(expectation -> expectation.truth().paragraphs())
                .collect(Collectors.groupingBy(paragraphs -> paragraphs, Collectors.counting()));
        assertThat(texts.values()).filteredOn(count -> count == 2).hasSize(1);
    }

    @Test
    void aClosedArticleShowsTwoParagraphsAndSaysSo() {
        Expectation closed = refused("PAYWALLED");
        Document page = Reader.page(closed.article());
        assertThat(page.outerHtml()).contains("\"isAccessibleForFree\":false");
        assertThat(page.text())
                .contains(closed.truth().paragraphs().get(1))
                .doesNotContain(closed.truth().paragraphs().get(2));
    }

    @Test
    void aReservedArticleSaysSoInItsHead() {
        Document page = Reader.page(refused("RIGHTS_RESERVED").article());
        assertThat(page.select("meta[name=tdm-reservation]").attr("content")).isEqualTo("1");
        assertThat(Reader.page(of("harbour-gazette").getFirst().article()).select("meta[name=tdm-reservation]"))
                .isEmpty();
    }

    @Test
    void aMachineTranslationSaysSoOnItsPage() {
        assertThat(Reader.page(refused("MACHINE_TRANSLATED").article()).text()).contains("traduït automàticament");
    }

    @Test
    void robotsForbidsOneArticle() {
        URI article = refused("ROBOTS_FORBIDDEN").article();
        assertThat(article.getPath()).startsWith("/reservado/");
        assertThat(text(article.resolve("/robots.txt"))).contains("Disallow: /reservado/");
    }

    @Test
    void robotsNamesANewsSitemapWithTheArticlesOfTheFeed() {
        for (Paper paper : press.papers()) {
            String sitemap = paper.home() + "sitemap.xml";
            assertThat(text(paper.home().resolve("/robots.txt"))).contains("Sitemap: " + sitemap);
            Document list = Jsoup.parse(text(URI.create(sitemap)), Parser.xmlParser());
            assertThat(list.select("loc").eachText())
                    .as(paper.id())
                    .containsExactlyElementsOf(
                            Reader.links(paper).stream().map(URI::toString).toList());
            assertThat(list.getElementsByTag("news:title")).hasSameSizeAs(Reader.links(paper));
        }
    }

    private static String text(URI address) {
        return new String(Reader.get(address).body(), Charset.forName("UTF-8"));
    }

    @Test
    void editionsGetWhatTheirRoutesAreFitFor() {
        assertThat(of("el-faro").get(1).editions())
                .containsEntry("ca", new Outcome.Published())
                .containsEntry("es", new Outcome.Carried())
                .containsEntry("en", new Outcome.Refused("BELOW_FLOOR"))
                .containsEntry("ar", new Outcome.Refused("NO_ROUTE"))
                .hasSize(7);
    }

    @Test
    void everyMarkOfRightsStandsWhereItsPaperPutsIt() {
        Expectation licensed = marked("RSL_PROHIBITS");
        URI licence = licensed.article().resolve("/licence.xml");
        assertThat(text(licensed.article().resolve("/robots.txt"))).contains("License: /licence.xml");
        assertThat(Jsoup.parse(text(licence), Parser.xmlParser())
                        .select("content[url=/dossiers/] prohibits")
                        .text())
                .isEqualTo("ai-all");
        assertThat(licensed.article().getPath()).startsWith("/dossiers/");
        assertThat(Reader.page(marked("LICENCE_NO_DERIVATIVES").article())
                        .select("link[rel=license]")
                        .attr("href"))
                .isEqualTo("https://creativecommons.org/licenses/by-nd/4.0/");
        assertThat(Reader.page(marked("NO_TRANSLATION").article())
                        .select("meta[name=google]")
                        .attr("content"))
                .isEqualTo("notranslate");
        assertThat(Reader.get(marked("NO_SEARCH").article()).headers().firstValue("Content-Usage"))
                .contains("search=n");
    }

    @Test
    void noOtherPageHasAMarkOfRights() {
        press.expectations().stream()
                .filter(expectation -> expectation.signal().isEmpty())
                .map(Expectation::article)
                .forEach(article -> {
                    assertThat(Reader.page(article)
                                    .select("link[rel=license], meta[name=google], meta[name=tdm-reservation]"))
                            .as(article.toString())
                            .isEmpty();
                    assertThat(Reader.get(article).headers().firstValue("Content-Usage"))
                            .isEmpty();
                });
    }

    private static Expectation marked(String signal) {
        return press.expectations().stream()
                .filter(expectation -> expectation.signal().equals(signal))
                .findFirst()
                .orElseThrow();
    }

    private static Expectation refused(String code) {
        Outcome outcome = new Outcome.Refused(code);
        return press.expectations().stream()
                .filter(expectation -> expectation.editions().values().stream().allMatch(outcome::equals))
                .findFirst()
                .orElseThrow();
    }

    private static List<Expectation> of(String paper) {
        return press.expectations().stream()
                .filter(expectation -> expectation.paper().equals(paper))
                .toList();
    }
}
