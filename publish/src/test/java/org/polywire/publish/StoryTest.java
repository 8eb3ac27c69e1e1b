package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;
import org.polywire.model.StoryId;
import org.polywire.model.Told;

/** One page for all that tells of one event. */
class StoryTest {
    private static final Site SITE = Press.site();
    private static final Published FERRY = Stories.ferry();
    private static final Published OTHER = Press.translated(Stories.article("pt", "two"), "ca", 0, text -> text);
    private static final Published ARABIC = Press.original(Stories.article("ar", "three"), 2);
    private static final StoryId STORY = new StoryId(FERRY.entry().article());

    static Stream<Edition> editions() {
        return Press.EDITIONS.stream();
    }

    @Test
    void itShowsEveryVersionWithItsMarkAndTheWayToTheOtherLanguages() {
        Document page = SiteTest.html(SITE.story(Press.edition("ca"), coverage(), Press.NOW));
        assertThat(page.expectFirst("h1").text()).isEqualTo(Stories.CATALAN.headline());
        assertThat(page.select("#versions ~ .version h3 a").eachAttr("href"))
                .containsExactly(
                        "/ca/a/" + FERRY.entry().article(),
                        "/ca/a/" + OTHER.entry().article());
        assertThat(page.select("#versions ~ .version .mark").eachText())
                .containsExactly("Traducció automàtica (espanyol)", "Traducció automàtica (portuguès)");
        assertThat(page.select("#versions ~ .version .also a").eachAttr("href"))
                .containsExactly("/es/a/" + FERRY.entry().article());
        assertThat(page.expectFirst(".kicker").text()).contains("3 articles");
    }

    @Test
    void whatOnlyOtherEditionsHaveIsShownInTheirLanguageAndDirection() {
        Document page = SiteTest.html(SITE.story(Press.edition("ca"), coverage(), Press.NOW));
        assertThat(page.select("#elsewhere ~ .version[lang=ar][dir=rtl] h3 a").attr("href"))
                .isEqualTo("/ar/a/" + ARABIC.entry().article());
        assertThat(page.select("#elsewhere ~ .version .mark").text()).isEqualTo("النص الأصلي");
    }

    @Test
    void theTimelineSaysWhatHappenedTheNewestFirst() {
        Document page = SiteTest.html(SITE.story(Press.edition("ca"), coverage(), Press.NOW));
        assertThat(page.select(".timeline .when").eachText())
                .satisfiesExactly(
                        newest -> assertThat(newest).startsWith("Corregit: 23 de novembre del 2026"),
                        second -> assertThat(second).startsWith("Publicat:"),
                        first -> assertThat(first).startsWith("Publicat:"));
    }

    @Test
    void anArticleThatWasWithdrawnIsNotNamedByItsWords() {
        Publication gone = Press.withdrawn(OTHER, Reason.SOURCE_WITHDREW);
        Coverage coverage =
                new Coverage(STORY, List.of(FERRY), List.of(), List.of(FERRY.entry()), List.of(gone, OTHER, FERRY));
        Document page = SiteTest.html(SITE.story(Press.edition("ca"), coverage, Press.NOW));
        assertThat(page.select(".version")).hasSize(1);
        assertThat(page.expectFirst(".timeline li").text()).contains("Retirat");
        assertThat(page.select(".timeline li")).hasSize(3);
        assertThat(page.text()).doesNotContain("Trawlers stay in harbour");
    }

    @Test
    void whereAllWasWithdrawnItIsGoneAndWhereThereWasNothingItIsNot() {
        Publication gone = Press.withdrawn(FERRY, Reason.SOURCE_WITHDREW);
        Coverage nothing = new Coverage(STORY, List.of(), List.of(), List.of(), List.of(gone, FERRY));
        assertThat(SITE.story(Press.edition("ca"), nothing, Press.NOW).status()).isEqualTo(410);
        Coverage never = new Coverage(STORY, List.of(), List.of(ARABIC), List.of(ARABIC.entry()), List.of());
        assertThat(SITE.story(Press.edition("ca"), never, Press.NOW).status()).isEqualTo(404);
    }

    @Test
    void aFrontPageLeadsToTheStoryOfItsPlace() {
        Document page = SiteTest.html(SITE.frontPage(
                Press.edition("ca"), List.of(FERRY), Map.of(FERRY.entry().article(), new Told(STORY, 3)), Press.NOW));
        assertThat(page.select(".told a").attr("href")).isEqualTo("/ca/story/" + STORY);
        assertThat(page.select(".told a").text()).isEqualTo("3 articles sobre aquest tema");
        Document alone = SiteTest.html(SITE.frontPage(
                Press.edition("ca"), List.of(FERRY), Map.of(FERRY.entry().article(), new Told(STORY, 1)), Press.NOW));
        assertThat(alone.select(".told")).isEmpty();
    }

    @Test
    void anArticleLeadsToTheOthersAndToTheStory() {
        Background background = new Background(Set.of(), List.of(FERRY), new Told(STORY, 2), List.of(OTHER));
        Document page = SiteTest.html(SITE.article(FERRY, background));
        assertThat(page.select(".more h3 a").eachAttr("href"))
                .containsExactly("/ca/a/" + OTHER.entry().article());
        assertThat(page.select(".more .told a").attr("href")).isEqualTo("/ca/story/" + STORY);
    }

    @Test
    void theNameOfAStoryThatIsPartOfAnotherLeadsThereForGood() {
        Page moved = SITE.moved(Press.edition("ca"), new Resource.Story(Press.edition("ca"), STORY), "");
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.headers()).containsEntry("Location", "https://wire.example/ca/story/" + STORY);
        assertThat(SiteTest.html(moved).select("main a").attr("href")).isEqualTo("/ca/story/" + STORY);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void itCanBeMadeInEveryLanguageAndWeighsLittle(Edition edition) {
        List<Publication> front = Stories.front(edition.language().value());
        Coverage coverage = of(front);
        Page page = SITE.story(edition, coverage, Press.NOW);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().size()).isLessThan(60_000);
        assertThat(SiteTest.html(page).select(".version")).hasSize(12);
    }

    /** As if all these told one story. */
    static Coverage of(List<Publication> front) {
        return new Coverage(
                STORY, front, List.of(), front.stream().map(Publication::entry).toList(), front);
    }

    static Coverage coverage() {
        Corrected corrected = Press.revised(
                FERRY,
                2,
                new Revision(Revision.Kind.CORRECTION, List.of(new Change(Place.HEADLINE, "vuit", "nou")), ""));
        Published spanish = new Published(Press.entry("es", Stories.article("es", "one"), 3), FERRY.translation());
        return new Coverage(
                STORY,
                List.of(corrected, OTHER),
                List.of(ARABIC),
                List.of(corrected.entry(), OTHER.entry(), spanish.entry(), ARABIC.entry()),
                List.of(corrected, OTHER, FERRY));
    }

    /** What pages of stories hold is all of it in the one cluster of languages. */
    @Test
    void theSwitchLeadsToTheSameStoryWhereItStands() {
        Document page = SiteTest.html(SITE.story(Press.edition("ca"), coverage(), Press.NOW));
        assertThat(page.select(".tongues a[lang=ar]").attr("href")).isEqualTo("/ar/story/" + STORY);
        assertThat(page.select(".tongues a[lang=fr]").attr("href")).isEqualTo("/fr/");
        assertThat(page.select("link[hreflang]").eachAttr("hreflang"))
                .containsExactlyInAnyOrder(new LanguageTag("ca").value(), "es", "ar");
    }
}
