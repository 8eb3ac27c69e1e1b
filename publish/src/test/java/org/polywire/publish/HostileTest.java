package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Byline;
import org.polywire.model.Dates;
import org.polywire.model.Edition;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import tools.jackson.databind.json.JsonMapper;

/** What a source or an engine writes is text, whatever it looks like, in every field and every output. */
class HostileTest {
    private final Site site = Press.site();
    private final Edition english = Press.edition("en");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "]]><script>alert(1)</script>",
                "<!--<script>",
                "\u2028\u2029${7*7}{0}{outlet}\uE000outlet\uE001",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "</title></head><body onload=alert(1)>"
            })
    void noFieldBecomesMarkup(String attack) {
        Published published = everywhere(attack);
        Stream.concat(pages(published).stream(), told(published, attack)).forEach(page -> {
            Document document = SiteTest.html(page);
            assertThat(document.select("script:not([type=application/ld+json]), iframe, object, svg"))
                    .isEmpty();
            assertThat(document.select("img[src=x]")).isEmpty();
            for (Element element : document.getAllElements()) {
                assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            }
        });
        Document article = SiteTest.html(site.article(published, Set.of()));
        assertThat(article.expectFirst("h1").wholeText()).isEqualTo(attack);
        assertThat(article.expectFirst(".text > p").wholeText()).isEqualTo(attack);
        String data = article.expectFirst("script[type=application/ld+json]").data();
        assertThat(data).doesNotContain("<").doesNotContain("\u2028");
        assertThat(JsonMapper.shared().readTree(data).at("/headline").asString())
                .isEqualTo(attack);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "]]><script>alert(1)</script>", "&lt;script&gt;"})
    void noFieldBecomesMarkupInAFeed(String attack) {
        Published published = everywhere(attack);
        for (Page feed :
                List.of(Press.rss(site, english, List.of(published)), Press.atom(site, english, List.of(published)))) {
            Document xml = Jsoup.parse(NoticeTest.text(feed), Parser.xmlParser());
            assertThat(xml.select("script")).isEmpty();
            assertThat(xml.select("item > title, entry > title").text()).isEqualTo(attack);
            Document body =
                    Jsoup.parse(xml.select("content|encoded, entry > content").text());
            assertThat(body.select("script, img[src=x]")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<script>",
                "vbscript:x",
                "file:///etc/passwd",
                "http:opaque"
            })
    void onlyWebAndMailAddressesBecomeLinks(String address) {
        URI target = URI.create(address.replace("<", "%3C").replace(">", "%3E"));
        List<Block> body = List.of(
                new Figure(new Picture(target, 0, 0, "a picture"), Inlines.ofText("a caption"), ""),
                new Paragraph(List.of(new Link(target, Inlines.ofText("the words")))),
                new Embed(target, "Player"));
        Article article = new Article(
                target,
                new Outlet("Outlet", target),
                new LanguageTag("en"),
                "",
                "H",
                List.of(),
                List.of(),
                Dates.UNKNOWN,
                "",
                List.of(),
                target.toString(),
                Access.FREE,
                body);
        Published published = Press.original(article, 1);
        String forbidden = "=\"" + target.toASCIIString().toLowerCase(Locale.ROOT);
        Stream<Page> feeds =
                Stream.of(Press.rss(site, english, List.of(published)), Press.atom(site, english, List.of(published)));
        Stream.concat(pages(published).stream(), feeds)
                .map(page -> NoticeTest.text(page).toLowerCase(Locale.ROOT))
                .forEach(page -> assertThat(page).doesNotContain(forbidden));
        Document page = SiteTest.html(site.article(published, Set.of()));
        assertThat(page.select(".text > p").text()).isEqualTo("the words");
        assertThat(page.text()).doesNotContain("a caption");
    }

    @Test
    void aLinkThatLeavesSaysNothingInOurName() {
        Document page = SiteTest.html(site.article(Stories.ferry(), Set.of()));
        assertThat(page.select("a[href^=http]").eachAttr("rel")).isNotEmpty().containsOnly("nofollow noopener");
    }

    @Test
    void noTextCanTurnTheWordsAroundIt() {
        Published published = everywhere("safe\u202Eevil\u202C \u2066x\u2069");
        for (Page page : pages(published)) {
            assertThat(NoticeTest.text(page)).doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
        }
        assertThat(SiteTest.html(site.article(published, Set.of()))
                        .expectFirst("h1")
                        .text())
                .isEqualTo("safeevil x");
    }

    @Test
    void joinersAndMarksThatWritingNeedsStay() {
        String persian = "می\u200Cخواهم \u200Fو\u200D";
        assertThat(Plain.clean(persian)).isSameAs(persian);
    }

    /** Where the same text is also told of: in what was changed, on the story's page, in a search for it. */
    private Stream<Page> told(Published published, String text) {
        Revision revision =
                new Revision(Revision.Kind.CORRECTION, List.of(new Revision.Change(Place.HEADLINE, text, text)), text);
        Corrected corrected = Press.revised(published, 1, revision);
        Background plain = Background.plain(corrected, Set.of());
        Background whole = new Background(Set.of(), List.of(published, corrected), plain.story(), List.of(published));
        SearchTerms terms = new SearchTerms(text, text, text, text, text, text, text);
        List<Found.Run> run = List.of(new Found.Run(text, true));
        Found found = new Found(90, true, text, List.of(new Found.Hit(published, run, run)), 20);
        Site.Filters filters = new Site.Filters(Map.of(text, text), List.of(text), List.of(new LanguageTag("es")));
        return Stream.of(
                site.article(corrected, whole),
                site.story(english, StoryTest.of(List.of(corrected)), Press.NOW),
                site.search(english, terms, Optional.of(found), filters, Press.NOW));
    }

    private List<Page> pages(Publication published) {
        return List.of(
                site.article(published, Set.of()),
                site.comparison(published),
                site.frontPage(english, List.of(published), Press.NOW));
    }

    /** The same text in every field that a source or an engine fills. */
    static Published everywhere(String text) {
        List<Inline> words = Inlines.ofText(text);
        Article article = new Article(
                URI.create("https://faro.example/x?a=%22%3E%3Cb&c='"),
                new Outlet(text, URI.create("https://faro.example/")),
                new LanguageTag("en"),
                text,
                text,
                words,
                List.of(new Byline(text, Byline.Kind.PERSON)),
                Dates.UNKNOWN,
                text,
                List.of(text),
                text,
                Access.FREE,
                List.of(
                        new Figure(new Picture(URI.create("https://faro.example/p'.jpg"), 1, 1, text), words, text),
                        new Paragraph(words),
                        new Paragraph(List.of(new Verbatim(text))),
                        new Embed(URI.create("https://faro.example/v"), text)));
        Translation translation = new Translation(
                article,
                new LanguageTag("es"),
                new Route.Machine(List.of(new Route.Leg(new LanguageTag("es"), new LanguageTag("en"), text, text))),
                Press.NOW,
                List.of(new SentencePair(Place.HEADLINE, text, text, List.of(), List.of())));
        return new Published(Press.entry("en", article, 1), translation);
    }
}
