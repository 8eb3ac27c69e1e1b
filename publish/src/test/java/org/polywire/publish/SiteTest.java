package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block.Note;
import org.polywire.model.Edition;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Published;
import org.polywire.model.Reason;
import org.polywire.model.Review;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.testkit.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SiteTest {
    private final Site site = Press.site();
    private final Edition catalan = Press.edition("ca");
    private final Edition arabic = Press.edition("ar");

    @Test
    void anArticlePageIsAsItWas() {
        String page = NoticeTest.text(article()).replaceFirst("(?s)<style>.*</style>", "<style></style>");
        Golden.check(Path.of("src/test/golden/article-ca.html"), page);
    }

    @Test
    void notesOfTheMakersAreShownAsWhatTheyAre() {
        Article noted = Stories.article("ca", "one")
                .withBody(List.of(
                        new Note(Note.Kind.CORRECTION, Inlines.ofText("Correcció: fa 300 metres.")),
                        new Note(Note.Kind.PRODUCTION, Inlines.ofText("Amb informació de <Meridiana>"))));
        Document page = html(site.article(Press.original(noted, 1), Set.of()));
        assertThat(page.select(".text > p.note.correction").eachText()).containsExactly("Correcció: fa 300 metres.");
        assertThat(page.select(".text > p.note:not(.correction)").eachText())
                .containsExactly("Amb informació de <Meridiana>");
    }

    @Test
    void everyPageCarriesTheHeadersThatKeepReadersSafe() {
        assertThat(article().contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(article().headers())
                .containsEntry("Content-Language", "ca")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "strict-origin-when-cross-origin")
                .containsEntry("Last-Modified", "Mon, 23 Nov 2026 21:00:00 GMT")
                .containsEntry("Cache-Control", "public, max-age=60")
                .hasEntrySatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .startsWith("default-src 'none'; style-src 'sha256-")
                                .doesNotContain("unsafe")
                                .doesNotContain("script-src"));
        assertThat(article().etag())
                .matches("\"[0-9a-f]{32}\"")
                .isEqualTo(article().etag());
    }

    @Test
    void otherBytesHaveAnotherTag() {
        assertThat(article().etag())
                .isNotEqualTo(site.comparison(Stories.ferry()).etag());
    }

    @Test
    void whatOthersWroteIsNotIndexedAndWhatWeWroteIs() {
        List.of(article(), site.comparison(Stories.ferry()), site.notFound(catalan))
                .forEach(page -> {
                    assertThat(page.headers()).containsEntry("X-Robots-Tag", "noindex,noarchive");
                    assertThat(html(page).select("meta[name=robots]").attr("content"))
                            .isEqualTo("noindex,noarchive");
                });
        assertThat(Press.rss(site, catalan, List.of()).headers()).containsEntry("X-Robots-Tag", "noindex,noarchive");
        assertThat(site.about(catalan).headers()).doesNotContainKey("X-Robots-Tag");
        assertThat(NoticeTest.text(site.robots())).contains("Allow: /").doesNotContain("Disallow");
    }

    @Test
    void noPageRunsAScriptOrAsksAThirdPartyForMoreThanPictures() {
        Document page = html(article());
        assertThat(page.select("script:not([type=application/ld+json]), [style], iframe, link[rel=stylesheet]"))
                .isEmpty();
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.expectFirst("style").data()).doesNotContain("url(").doesNotContain("@import");
    }

    /** One request, and no style but this one. */
    @Test
    void thePolicyNamesTheStylesheetThatThePageCarries() throws NoSuchAlgorithmException {
        String style = html(article()).expectFirst("style").data();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(article().headers().getOrDefault("Content-Security-Policy", ""))
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';");
    }

    @Test
    void theSwitchLeadsToTheSameArticleWhereItStandsAndToTheFrontPageElsewhere() {
        Document page = html(site.article(Stories.ferry(), Set.of(new LanguageTag("es"), new LanguageTag("ca"))));
        String id = Stories.ferry().entry().article().value();
        assertThat(page.select(".tongues a[lang=es]").attr("href")).isEqualTo("/es/a/" + id);
        assertThat(page.select(".tongues a[lang=fr]").attr("href")).isEqualTo("/fr/");
        assertThat(page.select(".tongues a[lang=ar]").text()).isEqualTo("العربية");
        assertThat(page.select(".tongues a[aria-current]").attr("lang")).isEqualTo("ca");
        assertThat(page.select("link[rel=alternate][hreflang]").eachAttr("hreflang"))
                .containsExactly("ca", "es");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("https://wire.example/ca/a/" + id);
    }

    @Test
    void everyFrontPageNamesAllOthersAndTheChooser() {
        Document page = html(site.frontPage(arabic, List.of(), Press.NOW));
        assertThat(page.select("link[hreflang]").eachAttr("hreflang"))
                .hasSize(13)
                .contains("ar", "zh", "x-default");
        assertThat(page.expectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("main h2").text()).isEqualTo("الأخبار الأولى في الطريق");
    }

    @Test
    void aFrontPageShowsEachStandingArticleOnce() {
        List<Publication> latest = Stories.front("ca");
        Document page = html(site.frontPage(catalan, latest, Press.NOW));
        assertThat(page.select("h3 a").eachAttr("href")).hasSize(12).doesNotHaveDuplicates();
        Publication gone = Press.withdrawn(latest.getFirst(), Reason.SOURCE_WITHDREW);
        assertThat(html(site.frontPage(catalan, List.of(gone), Press.NOW)).select("h3"))
                .isEmpty();
    }

    @Test
    void aComparisonLaysEachSentenceBesideItsOriginal() {
        Document page = html(site.comparison(Stories.ferry()));
        Element pair = page.expectFirst(".pairs-headline li");
        assertThat(pair.select("[lang=ca]").text()).startsWith("El port estrena");
        assertThat(pair.select("[lang=es]").text()).startsWith("El puerto estrena");
        assertThat(page.select(".pairs li"))
                .hasSize(Stories.ferry().translation().sentences().size());
    }

    @Test
    void aComparisonSaysWhichSentencesAPersonWorded() {
        Published ferry = Stories.ferry();
        Translation all = ferry.translation();
        List<SentencePair> sentences = new ArrayList<>(all.sentences());
        SentencePair first = sentences.getFirst();
        sentences.set(
                0,
                new SentencePair(
                        first.place(),
                        first.source(),
                        first.target(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Provenance.POST_EDITED));
        Document page = html(site.comparison(new Published(
                ferry.entry(), new Translation(all.article(), all.from(), all.route(), all.at(), sentences))));
        assertThat(page.select(".hand").eachText()).containsExactly("Redactada per una persona");
        assertThat(html(site.comparison(ferry)).select(".hand")).isEmpty();
    }

    /** The engine's name is no word of the page's language. */
    @Test
    void aSentenceThatTookAnotherWaySaysSoAndEveryCopyNamesItsEngine() {
        Published ferry = Stories.ferry();
        Translation all = ferry.translation();
        Leg leg = new Leg(all.from(), all.article().language(), "Segona <b>", "2");
        List<SentencePair> sentences = new ArrayList<>(all.sentences());
        sentences.set(0, sentences.getFirst().by(new Route.Machine(List.of(leg))));
        Published mended = new Published(
                ferry.entry(), new Translation(all.article(), all.from(), all.route(), all.at(), sentences));
        Element hand = html(site.comparison(mended)).expectFirst(".hand");
        assertThat(hand.text()).isEqualTo("Traduïda de nou per Segona <b> després que una comprovació la retingués");
        assertThat(hand.select("bdi").text()).isEqualTo("Segona <b>");
        Document page = html(site.article(mended, Set.of()));
        assertThat(page.expectFirst(".notice").text()).contains("Apertium i Segona <b>");
        assertThat(page.select(".details dd").eachText())
                .contains(
                        "Segona <b> 2",
                        "traduïdes de nou per una altra via després que una comprovació les retingués: 1");
        assertThat(SourceType.of(mended.translation())).contains(SourceType.COMPOSITE_TRAINED);
        assertThat(SourceType.of(all)).contains(SourceType.ALGORITHMIC);
    }

    @Test
    void anArticleSaysWhoseItsSentencesAreAndWhatTheChecksThoughtOfThem() {
        Finding note = new Finding(FindingCode.UNKNOWN_WORDS, Severity.NOTE, Place.HEADLINE, "Brisa <b>");
        Published ferry = reviewed(Stories.ferry(), new Review(List.of(note, note), Map.of(0, 0.9, 2, 0.4)));
        Elements told = html(site.article(ferry, Set.of())).select(".details dd");
        assertThat(told.eachText())
                .contains(
                        "traduïdes per la màquina per a aquest article: "
                                + ferry.translation().sentences().size(),
                        "65 % de mitjana, 40 % la frase més feble",
                        "La màquina no coneixia algunes paraules · Brisa <b>");
        assertThat(told.select("b")).isEmpty();

        Document beside = html(site.comparison(ferry));
        assertThat(beside.select(".pairs .fit").eachText()).containsExactly("Puntuació: 90 %", "Puntuació: 40 %");
    }

    /** A link that was placed by likeness, or a word that could not be inflected, is no word that the machine did not know. */
    @ParameterizedTest
    @EnumSource(names = {"ENGINE_FAULT", "ENGINE_MARK_LEFT"})
    void whatTheEngineReportsOfItselfIsToldApartFromWordsItDidNotKnow(FindingCode code) {
        String evidence = "the link of «Brisa» to https://faro.example/p was placed by likeness";
        Finding fault = new Finding(code, Severity.NOTE, Place.BODY.child(0), evidence);
        Published ferry = reviewed(Stories.ferry(), new Review(List.of(fault), Map.of()));
        Wording wording = new Wording(ferry.translation().article().language());
        assertThat(html(site.article(ferry, Set.of())).select(".remarks li").eachText())
                .containsExactly(wording.say("remark.fault") + " · " + evidence);
        assertThat(wording.say("remark.fault")).isNotEqualTo(wording.say("remark.unknown"));
    }

    @Test
    void everyPageLeadsToTheSearchFromItsTop() {
        List.of(site.article(Stories.ferry(), Set.of()), site.notFound(catalan), site.comparison(Stories.ferry()))
                .forEach(page -> assertThat(
                                html(page).select(".masthead a[rel=search]").attr("href"))
                        .isEqualTo("/ca/search"));
    }

    @Test
    void whatWasNotReadOverSaysNothingOfScores() {
        Published ferry = Stories.ferry();
        assertThat(html(site.article(ferry, Set.of())).select(".remarks")).isEmpty();
        assertThat(html(site.article(ferry, Set.of())).select(".details").text())
                .doesNotContain("Puntuació");
        assertThat(html(site.comparison(ferry)).select(".fit, .judged")).isEmpty();
    }

    private static Published reviewed(Published published, Review review) {
        return new Published(published.entry(), published.translation().reviewed(review));
    }

    @Test
    void anOriginalHasNothingToCompareItWith() {
        Published original = Press.original(Stories.article("en", "n"), 1);
        assertThat(site.comparison(original).status()).isEqualTo(404);
        assertThat(html(site.article(original, Set.of())).select("a[href$=/original]"))
                .isEmpty();
    }

    @Test
    void whatWasWithdrawnLeavesATombstoneAtBothAddresses() {
        Publication gone = Press.withdrawn(Stories.ferry(), Reason.SOURCE_WITHDREW);
        assertThat(site.article(gone, Set.of()).status()).isEqualTo(410);
        assertThat(site.comparison(gone).status()).isEqualTo(410);
        assertThat(html(site.article(gone, Set.of())).select("main").text())
                .contains("La seva font el va retirar el 23 de novembre del 2026")
                .doesNotContain("transbordador");
    }

    @Test
    void theCorrectionsPageSaysWhatWasWrongInTheWordsOfTheNote() {
        String note = "Correcció. Una versió anterior deia que eren 300.";
        Publication corrected =
                Press.revised(Stories.ferry(), 1, new Revision(Revision.Kind.CORRECTION, List.of(), note));
        assertThat(html(site.corrections(catalan, List.of(corrected)))
                        .select(".changes li p")
                        .eachText())
                .hasSize(2)
                .endsWith(note);
    }

    @Test
    void theCorrectionsPageNamesWhatStandsAndOnlyTheSourceOfWhatIsGone() {
        Publication corrected = Press.corrected(Stories.ferry());
        Publication gone = Press.withdrawn(Stories.front("ca").get(1), Reason.SOURCE_WITHDREW);
        Site known = new Site(Press.config(), Press.providers(false));
        Document page = html(known.corrections(catalan, List.of(gone, corrected)));
        assertThat(page.select(".changes li")).hasSize(2);
        assertThat(page.select(".changes li").get(0).text())
                .startsWith("S’ha retirat un article de El Faro del Sur")
                .contains("Retirat: 23 de novembre del 2026")
                .doesNotContain("transbordador");
        assertThat(page.select(".changes li").get(1).text())
                .startsWith("El port estrena un transbordador")
                .contains("Corregit: 23 de novembre del 2026");
        assertThat(page.select(".tongues a[lang=ar]").attr("href")).isEqualTo("/ar/corrections");
        assertThat(html(known.corrections(catalan, List.of()))
                        .select(".message")
                        .text())
                .isNotBlank();
        assertThat(html(known.frontPage(catalan, List.of(), Press.NOW)).select(".colophon a[href=/ca/corrections]"))
                .hasSize(1);
    }

    @Test
    void onlyAHeadlineLeadsToTheSource() {
        Document page = html(site.article(PageMatrixTest.headline("en"), Set.of()));
        assertThat(page.select(".button a").attr("href")).startsWith("https://faro.example/");
        assertThat(page.select(".button a").text()).isEqualTo("Read the article at The Skerry Post");
        assertThat(page.select(".notice")).hasSize(1);
    }

    @Test
    void theChooserPutsTheReadersLanguageFirst() {
        assertThat(first("pt-BR,pt;q=0.9,en;q=0.8")).isEqualTo("pt");
        assertThat(first("xx,ar-EG;q=0.5")).isEqualTo("ar");
        assertThat(first("")).isEqualTo("en");
        assertThat(first(";;;=q")).isEqualTo("en");
        assertThat(first("fr;q=0,ca;q=0.1")).isEqualTo("ca");
        assertThat(first("ca,".repeat(1000))).isEqualTo("en");
        assertThat(site.home("").headers()).containsEntry("Vary", "Accept-Language");
    }

    private String first(String acceptLanguage) {
        return html(site.home(acceptLanguage)).expectFirst(".chooser li").attr("lang");
    }

    @Test
    void everyAddressLeadsBackToWhatItIsOf() {
        ArticleId id = Stories.ferry().entry().article();
        List.of(
                        new Resource.Home(),
                        new Resource.Front(catalan),
                        new Resource.Text(catalan, id),
                        new Resource.Comparison(arabic, id),
                        new Resource.About(arabic),
                        new Resource.Corrections(arabic),
                        new Resource.Section(arabic, "محليات"),
                        new Resource.Section(catalan, "vida-cultura"),
                        new Resource.Origin(catalan, Press.SOURCE),
                        new Resource.Feed(new Resource.Front(catalan), Resource.Format.RSS),
                        new Resource.Feed(new Resource.Section(arabic, "محليات"), Resource.Format.ATOM),
                        new Resource.Feed(new Resource.Origin(catalan, Press.SOURCE), Resource.Format.JSON),
                        new Resource.SitemapIndex(),
                        new Resource.Sitemap(catalan, YearMonth.of(2026, 11)),
                        new Resource.NewsSitemap(catalan),
                        new Resource.Favicon(),
                        new Resource.Robots())
                .forEach(resource -> assertThat(
                                site.addresses().at(site.addresses().path(resource)))
                        .contains(resource));
    }

    @Test
    void nothingStandsAtOtherAddresses() {
        List.of(
                        "",
                        "//",
                        "/xx/",
                        "/ca",
                        "/ca/a/",
                        "/ca/a/ABCDEFGHIJKL",
                        "/ca/a/abc",
                        "/ca/../",
                        "/assets/site.css",
                        "/ca/section//",
                        "/ca/section/A/",
                        "/ca/section/pol%C3%ADtica/",
                        "/ca/section/%ZZ/",
                        "/ca/source/-/",
                        "/ca/sitemap-2026-13.xml",
                        "/ca/section/x/feed.xml")
                .forEach(path -> assertThat(site.addresses().at(path)).as(path).isEmpty());
        assertThat(site.addresses().editionOf("/ca/nowhere")).contains(catalan);
    }

    @ParameterizedTest
    @CsvSource({
        "/ca, /ca/",
        "/ca/about/, /ca/about",
        "/ca/a/abcdefghijkl/, /ca/a/abcdefghijkl",
        "/ca/source/el-faro, /ca/source/el-faro/",
        "/ca/section/port, /ca/section/port/",
        "/ca/section/Pol%C3%ADtica, /ca/section/politica/",
        "/ca/section/pol%C3%ADtica/rss.xml, /ca/section/politica/rss.xml",
        "/robots.txt/, /robots.txt"
    })
    void anAddressThatIsAlmostOneOfOursMeansIt(String path, String meant) {
        assertThat(site.addresses().at(path)).isEmpty();
        assertThat(site.addresses().meant(path).map(site.addresses()::path)).contains(meant);
        assertThat(site.addresses().at(meant)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/xx", "/ca/a/abc/", "/ca/nowhere", "/ca/section/%ZZ/", "/ca/section/!!/", "//evil.example/"})
    void anAddressThatIsNothingOfOursMeansNothing(String path) {
        assertThat(site.addresses().meant(path)).isEmpty();
    }

    @Test
    void structuredDataNamesAuthorPublisherTranslatorAndOriginal() {
        JsonNode data = JsonMapper.shared()
                .readTree(html(article()).expectFirst("script").data());
        assertThat(data.at("/@type").asString()).isEqualTo("NewsArticle");
        assertThat(data.at("/inLanguage").asString()).isEqualTo("ca");
        assertThat(data.at("/author/0/name").asString()).isEqualTo("Lucía Ferrer");
        assertThat(data.at("/publisher/name").asString()).isEqualTo("Harbour Cooperative");
        assertThat(data.at("/translator/@type").asString()).isEqualTo("Organization");
        assertThat(data.at("/translationOfWork/headline").asString()).startsWith("El puerto estrena");
        assertThat(data.at("/translationOfWork/inLanguage").asString()).isEqualTo("es");
        assertThat(data.at("/translationOfWork/datePublished").asString()).isEqualTo("2026-11-23T08:15:00Z");
        assertThat(data.at("/digitalSourceType").asString())
                .isEqualTo("https://schema.org/AlgorithmicMediaDigitalSource");
        assertThat(data.at("/backstory").asString()).contains("Cap persona no l’ha revisat");
        assertThat(data.at("/license").asString()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    }

    @Test
    void aSiteThatCannotWorkIsRefusedWhenItIsMade() {
        assertThatThrownBy(() -> config("https://wire.example/news/", "a@b.example"))
                .hasMessageContaining("without a path");
        assertThatThrownBy(() -> config("ftp://wire.example/", "a@b.example")).hasMessageContaining("http");
        assertThatThrownBy(() -> config("https://wire.example/", "javascript:alert(1)"))
                .hasMessageContaining("contact");
        SiteConfig swahili = new SiteConfig(
                "T", URI.create("https://wire.example"), "O", "a@b.example", List.of(Press.edition("sw", "Habari")));
        assertThatThrownBy(() -> new Site(swahili)).hasMessageContaining("no words in sw");
        assertThat(config("https://wire.example", "https://wire.example/contact")
                        .address())
                .hasToString("https://wire.example/");
    }

    private static SiteConfig config(String address, String contact) {
        return new SiteConfig("T", URI.create(address), "O", contact, Press.EDITIONS);
    }

    /** The bar is 5 ms for a warm page; a busy build machine may take a few times as long. */
    @Test
    void anArticlePageIsMadeInMilliseconds() {
        Published ferry = Stories.ferry();
        for (int i = 0; i < 300; i++) {
            site.article(ferry, Set.of());
        }
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            site.article(ferry, Set.of());
        }
        Duration each = Duration.ofNanos((System.nanoTime() - start) / 100);
        assertThat(each).as("time per page").isLessThan(Duration.ofMillis(25));
    }

    private Page article() {
        return site.article(Stories.ferry(), Set.of(new LanguageTag("es")));
    }

    static Document html(Page page) {
        return Jsoup.parse(NoticeTest.text(page));
    }
}
