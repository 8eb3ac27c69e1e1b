package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Published;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Format;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.Section;

/** Sections and sources. */
class ListingTest {
    private final Site site = new Site(Press.config(), Press.providers(false));
    private final Edition catalan = Press.edition("ca");
    private final List<Publication> front = Stories.front("ca");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vida & Cultura   | vida-cultura",
                "POLÍTICA         | politica",
                "  --Món--        | mon",
                "Οικονομία        | οικονομια",
                "Край             | край",
                "محليات           | محليات",
                "国际/经济         | 国际-经济",
                "ｎｅｗｓ ①        | news-1",
                "स्थानीय समाचार    | स्थानीय-समाचार",
                "!?               | ''",
            })
    void aSectionsAddressIsItsNameInItsOwnScript(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
        assertThat(Slug.of(slug)).isEqualTo(slug);
    }

    @Test
    void aVeryLongNameIsCut() {
        assertThat(Slug.of("𠀀".repeat(200)).codePoints()).hasSize(60);
        assertThat(Slug.of("a ".repeat(200))).hasSize(59).isEqualTo(Slug.of(Slug.of("a ".repeat(200))));
    }

    @Test
    void aFrontPageLeadsToItsSectionsAndSources() {
        Document page = SiteTest.html(site.frontPage(catalan, front, Press.NOW));
        assertThat(page.select(".sections a").eachAttr("href")).containsExactly("/ca/section/port/");
        assertThat(page.select(".sources a").eachAttr("href")).containsExactly("/ca/source/el-faro-del-sur/");
    }

    @Test
    void aSectionPageShowsItsArticlesAndItsOwnFeeds() {
        Section section = Resource.section(catalan, "Port");
        Document page = SiteTest.html(site.section(section, front, front, Press.NOW));
        assertThat(page.expectFirst("h1").text()).isEqualTo("Port");
        assertThat(page.select(".list h3 a").eachAttr("href"))
                .hasSize(front.size())
                .doesNotHaveDuplicates();
        assertThat(page.select(".sections a[aria-current=page]").text()).isEqualTo("Port");
        assertThat(page.select("link[rel=alternate][title]").eachAttr("href"))
                .containsExactly("/ca/section/port/rss.xml", "/ca/section/port/atom.xml", "/ca/section/port/feed.json");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("https://wire.example/ca/section/port/");
    }

    @Test
    void spellingsOfOneNameAreOneSectionUnderTheMostFrequent() {
        List<Publication> spelled = List.of(
                inSection(front.get(0), "ECONOMIA"),
                inSection(front.get(1), "Economía"),
                inSection(front.get(2), "Economía"),
                inSection(front.get(3), "Esports"));
        Section section = Resource.section(catalan, "economia");
        Document page = SiteTest.html(site.frontPage(catalan, spelled, Press.NOW));
        assertThat(page.select(".sections a").eachAttr("href"))
                .containsExactly("/ca/section/economia/", "/ca/section/esports/");
        assertThat(page.select(".sections a").eachText()).containsExactly("Economía", "Esports");
        Document list = SiteTest.html(site.section(section, spelled.subList(0, 3), spelled, Press.NOW));
        assertThat(list.expectFirst("h1").text()).isEqualTo("Economía");
        Page feed = site.feed(new Feed(section, Format.ATOM), spelled.subList(0, 3));
        assertThat(new String(feed.body().toArray(), StandardCharsets.UTF_8)).contains("– Economía</title>");
    }

    private static Publication inSection(Publication publication, String section) {
        Translation translation = Copy.of(Press.edition("ca"), publication, Press.config())
                .orElseThrow()
                .translation();
        Article article = translation.article();
        Article other = new Article(
                article.address(),
                article.outlet(),
                article.language(),
                article.kicker(),
                article.headline(),
                article.standfirst(),
                article.bylines(),
                article.dates(),
                section,
                article.tags(),
                article.licence(),
                article.access(),
                article.body());
        return new Published(
                publication.entry(),
                new Translation(
                        other,
                        translation.from(),
                        translation.route(),
                        translation.at(),
                        translation.sentences(),
                        translation.review()));
    }

    @Test
    void aSectionThatHoldsNothingIsNotThere() {
        assertThat(site.section(new Section(catalan, "x"), List.of(), front, Press.NOW)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSourcePageLeadsToTheSourceAndToItselfInEveryEdition() {
        Document page = SiteTest.html(site.origin(new Origin(catalan, Press.SOURCE), front, front, Press.NOW));
        assertThat(page.expectFirst("h1").text()).isEqualTo("El Faro del Sur");
        assertThat(page.select(".home a").attr("href")).isEqualTo("https://faro.example/");
        assertThat(page.select(".tongues a[lang=ar]").attr("href")).isEqualTo("/ar/source/el-faro-del-sur/");
    }

    @Test
    void aKnownSourceWithoutArticlesHasAPageAndAnUnknownOneHasNone() {
        Page empty = site.origin(new Origin(catalan, Press.SOURCE), List.of(), front, Press.NOW);
        assertThat(empty.status()).isEqualTo(200);
        assertThat(SiteTest.html(empty).select(".message").text()).contains("cap article");
        Origin unknown = new Origin(catalan, new SourceId("nobody"));
        assertThat(site.origin(unknown, List.of(), front, Press.NOW).status()).isEqualTo(404);
    }

    @Test
    void nothingIsIndexedUnlessItsSourceIsOpenToIt() {
        Page closed = site.article(front.getFirst(), Set.of());
        assertThat(closed.headers()).containsEntry("X-Robots-Tag", "noindex,noarchive");
        Site open = new Site(Press.config(), Press.providers(true));
        List.of(
                        open.article(front.getFirst(), Set.of()),
                        open.section(Resource.section(catalan, "Port"), front, front, Press.NOW),
                        open.origin(new Origin(catalan, Press.SOURCE), front, front, Press.NOW))
                .forEach(page -> {
                    assertThat(page.headers()).doesNotContainKey("X-Robots-Tag");
                    assertThat(SiteTest.html(page).select("meta[name=robots]")).isEmpty();
                });
        assertThat(open.comparison(front.getFirst()).headers()).containsKey("X-Robots-Tag");
    }

    @Test
    void theNoticeIsTheSameWhetherIndexedOrNot() {
        Site open = new Site(Press.config(), Map.of());
        assertThat(SiteTest.html(open.article(front.getFirst(), Set.of())).select(".notice"))
                .hasToString(SiteTest.html(site.article(front.getFirst(), Set.of()))
                        .select(".notice")
                        .toString());
    }
}
