package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.gather.Fetch;
import org.polywire.gather.Validators;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Dates;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.Headers;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Story;
import org.polywire.model.StoryId;
import org.polywire.model.Translation;
import org.polywire.pipeline.Archive;
import org.polywire.publish.SiteConfig;
import org.polywire.search.SearchIndex;
import org.polywire.store.Event;
import org.polywire.store.FollowedSource;
import org.polywire.store.KnownArticle;
import org.polywire.store.Store;
import org.polywire.testkit.MutableClock;

/** No reader who can know of a change gets a page from before it, and pages that nothing changed are made once. */
class ShelfTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final SourceId SOURCE = new SourceId("el-faro");
    private static final LanguageTag CATALAN = new LanguageTag("ca");
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final List<Edition> EDITIONS = List.of(
            new Edition(CATALAN, "El Port", Fitness.NEWS, true), new Edition(SPANISH, "El Puerto", Fitness.NEWS, true));

    private static final URI PICTURE = URI.create("https://pictures.example/p.jpg");
    private static final Revision UNCHANGED = new Revision(Revision.Kind.COSMETIC, List.of(), "");

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock(NOON);
    private Store store;
    private Archive archive;
    private Shelf shelf;
    private PictureDesk pictures;
    private Runnable whileFetching = () -> {};

    @BeforeEach
    void open() {
        store = Store.open(folder);
        Source source = new Source(
                SOURCE,
                "El Faro",
                URI.create("https://faro.example/"),
                URI.create("https://faro.example/rss"),
                Grant.FULL);
        store.write(transaction -> transaction.sources().save(FollowedSource.added(source, Duration.ofHours(1), NOON)));
        archive = Archive.open(folder);
        pictures = new PictureDesk(folder.resolve("pictures"), this::fetch, clock);
        SiteConfig config = new SiteConfig("T", URI.create("https://wire.example/"), "O", "a@wire.example", EDITIONS);
        shelf = new Shelf(
                new PublicSite(
                        config,
                        Set.of(SOURCE),
                        archive,
                        new SearchDesk(SearchIndex.in(folder.resolve("search")), archive, clock),
                        pictures,
                        clock),
                clock);
    }

    @AfterEach
    void close() {
        archive.close();
        store.close();
    }

    @Test
    void aPageIsMadeOnceAndThenLiesReady() {
        ArticleId id = publish(CATALAN, 1, "Primera");
        String path = "/ca/a/" + id;
        assertThat(shelf.atHand(path)).isEmpty();
        Ready first = shelf.ready(Request.of(path, ""));
        assertThat(first.status()).isEqualTo(200);
        assertThat(shelf.ready(Request.of(path, ""))).isSameAs(first);
        assertThat(shelf.atHand(path)).containsSame(first);
    }

    @Test
    void aNewArticleIsOnEveryListAtOnceAndLeavesOtherArticlesAndEditionsAlone() {
        ArticleId first = publish(CATALAN, 1, "Primera");
        List<String> lists =
                List.of("/ca/", "/ca/rss.xml", "/ca/section/port/", "/ca/source/el-faro/", "/ca/news-sitemap.xml");
        lists.forEach(path -> assertThat(text(path)).as(path).doesNotContain("Segona"));
        Ready other = shelf.ready(Request.of("/es/", ""));
        Ready article = shelf.ready(Request.of("/ca/a/" + first, ""));
        publish(CATALAN, 2, "Segona");
        lists.forEach(path -> assertThat(text(path)).as(path).contains("Segona"));
        assertThat(shelf.ready(Request.of("/es/", ""))).isSameAs(other);
        assertThat(shelf.ready(Request.of("/ca/a/" + first, ""))).isSameAs(article);
    }

    @Test
    void anArticleThatAppearsInAnotherEditionIsNamedByTheFirst() {
        ArticleId id = publish(CATALAN, 1, "Primera");
        assertThat(text("/ca/a/" + id)).doesNotContain("hreflang=\"es\" href=\"https://wire.example/es/a/" + id);
        publish(SPANISH, 1, "Primera");
        assertThat(text("/ca/a/" + id)).contains("hreflang=\"es\" href=\"https://wire.example/es/a/" + id);
    }

    @Test
    void whatIsWithdrawnIsGoneAtOnceFromEverywhere() {
        ArticleId id = publish(CATALAN, 1, "Primera");
        text("/ca/a/" + id);
        text("/ca/section/port/");
        store.write(
                transaction -> transaction.log().withdraw(CATALAN, known(1), Reason.SOURCE_WITHDREW, clock.instant()));
        hear(CATALAN, id, Event.Step.WITHDRAWN);
        assertThat(shelf.ready(Request.of("/ca/a/" + id, "")).status()).isEqualTo(410);
        assertThat(shelf.ready(Request.of("/ca/section/port/", "")).status()).isEqualTo(404);
        assertThat(text("/ca/")).doesNotContain("Primera");
        assertThat(text("/ca/corrections")).contains("/ca/a/" + id).doesNotContain("Primera");
        assertThat(text("/ca/sitemap-2026-11.xml")).doesNotContain(id.value());
    }

    @Test
    void whatAnotherProcessWithdrewIsGoneWithinASecond() {
        ArticleId id = publish(CATALAN, 1, "Primera");
        text("/ca/a/" + id);
        text("/ca/");
        store.write(
                transaction -> transaction.log().withdraw(CATALAN, known(1), Reason.SOURCE_WITHDREW, clock.instant()));
        clock.advance(Duration.ofSeconds(1));
        assertThat(shelf.ready(Request.of("/ca/a/" + id, "")).status()).isEqualTo(410);
        assertThat(text("/ca/")).doesNotContain("Primera");
    }

    @Test
    void aListIsMadeAnewOnTheNextDay() {
        Ready today = shelf.ready(Request.of("/ca/", ""));
        clock.advance(Duration.ofHours(12));
        assertThat(shelf.ready(Request.of("/ca/", ""))).isNotSameAs(today);
    }

    @Test
    void anArticleThatJoinsAStoryIsOnItsPageAndOnThoseOfTheOthersAtOnce() {
        ArticleId first = publish(CATALAN, 1, "Primera");
        join(first, first);
        assertThat(text("/ca/a/" + first)).doesNotContain("/ca/story/");
        assertThat(text("/ca/story/" + first)).doesNotContain("Segona");
        ArticleId second = publish(CATALAN, 2, "Segona");
        join(second, first);
        assertThat(text("/ca/a/" + first)).contains("/ca/story/" + first).contains("Segona");
        assertThat(text("/ca/a/" + second)).contains("/ca/story/" + first).contains("Primera");
        assertThat(text("/ca/story/" + first)).contains("Segona");
        assertThat(text("/ca/")).contains("/ca/story/" + first).doesNotContain("Segona");
        Ready moved = shelf.ready(Request.of("/ca/story/" + second, ""));
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.headers()).containsEntry("Location", "https://wire.example/ca/story/" + first);
    }

    @Test
    void whatIsWithdrawnIsGoneFromItsStoryToo() {
        ArticleId first = publish(CATALAN, 1, "Primera");
        ArticleId second = publish(CATALAN, 2, "Segona");
        join(first, first);
        join(second, first);
        assertThat(text("/ca/story/" + first)).contains("Segona");
        store.write(
                transaction -> transaction.log().withdraw(CATALAN, known(2), Reason.SOURCE_WITHDREW, clock.instant()));
        hear(CATALAN, second, Event.Step.WITHDRAWN);
        assertThat(text("/ca/story/" + first)).contains("Primera").doesNotContain("Segona");
        assertThat(text("/ca/a/" + first)).doesNotContain("Segona").doesNotContain("/ca/story/");
        store.write(
                transaction -> transaction.log().withdraw(CATALAN, known(1), Reason.SOURCE_WITHDREW, clock.instant()));
        hear(CATALAN, first, Event.Step.WITHDRAWN);
        assertThat(shelf.ready(Request.of("/ca/story/" + first, "")).status()).isEqualTo(410);
        assertThat(shelf.ready(Request.of("/es/story/" + first, "")).status()).isEqualTo(404);
    }

    private void join(ArticleId article, ArticleId story) {
        Story.Likeness likeness = article.equals(story) ? Story.Likeness.FIRST : Story.Likeness.SAME_EVENT;
        store.write(transaction ->
                transaction.stories().place(article, new StoryId(story), likeness, SPANISH, clock.instant()));
        shelf.heard(new Event(article, null, clock.instant(), Event.Step.JOINED, likeness.name(), ""));
    }

    @Test
    void whatIsNotThereIsNotKept() {
        assertThat(shelf.ready(Request.of("/ca/a/aaaaaaaaaaaa", "")).status()).isEqualTo(404);
        assertThat(shelf.atHand("/ca/a/aaaaaaaaaaaa")).isEmpty();
        assertThat(shelf.ready(Request.of("/ca/nowhere", "")).status()).isEqualTo(404);
    }

    @Test
    void theChooserSuitsEachReader() {
        assertThat(new String(shelf.ready(Request.of("/", "es")).plain(), StandardCharsets.UTF_8))
                .contains("<html lang=\"es\"");
        assertThat(new String(shelf.ready(Request.of("/", "ca")).plain(), StandardCharsets.UTF_8))
                .contains("<html lang=\"ca\"");
    }

    @Test
    void theSitemapNamesWhatIsIndexed() {
        ArticleId id = publish(CATALAN, 1, "Primera");
        assertThat(text("/sitemap.xml"))
                .contains("https://wire.example/ca/sitemap-2026-11.xml")
                .contains("https://wire.example/ca/news-sitemap.xml")
                .doesNotContain("/es/");
        assertThat(text("/ca/sitemap-2026-11.xml")).contains("https://wire.example/ca/a/" + id);
    }

    @Test
    void aPictureIsServedWhileItsArticleStandsAndGoesWithIt() throws IOException {
        ArticleId id = publish(CATALAN, 1, "Primera");
        String picture = picture(id);
        Ready served = shelf.ready(Request.of(picture, ""));
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.contentType()).isEqualTo("image/jpeg");
        assertThat(served.compressible()).isFalse();
        assertThat(folder.resolve("pictures").resolve(id.value())).isNotEmptyDirectory();
        withdraw(CATALAN, 1);
        assertThat(shelf.ready(Request.of(picture, "")).status()).isEqualTo(410);
        assertThat(folder.resolve("pictures").resolve(id.value())).doesNotExist();
    }

    @Test
    void aPictureThatWasUnderWayWhenItsArticleWasWithdrawnIsNotKept() throws IOException {
        ArticleId id = publish(CATALAN, 1, "Primera");
        String picture = picture(id);
        whileFetching = () -> withdraw(CATALAN, 1);
        assertThat(shelf.ready(Request.of(picture, "")).status()).isEqualTo(410);
        assertThat(folder.resolve("pictures").resolve(id.value())).doesNotExist();
    }

    @Test
    void nobodyCanHaveOtherPicturesFetched() {
        ArticleId id = publish(CATALAN, 1, "Primera");
        String picture = picture(id);
        whileFetching = () -> {
            throw new AssertionError("fetched");
        };
        for (String other : List.of(
                picture.replaceAll("picture/[0-9a-f]{16}", "picture/0123456789abcdef"),
                picture.replace("/ca/", "/es/"),
                picture.replace(id.value(), "aaaaaaaaaaaa"),
                picture.replaceAll("320", "321"),
                picture.replaceAll("320", "1280"))) {
            assertThat(shelf.ready(Request.of(other, "")).status()).as(other).isEqualTo(404);
        }
    }

    private void withdraw(LanguageTag edition, int number) {
        store.write(transaction ->
                transaction.log().withdraw(edition, known(number), Reason.SOURCE_WITHDREW, clock.instant()));
        hear(edition, known(number).id(), Event.Step.WITHDRAWN);
    }

    private String picture(ArticleId id) {
        String page = text("/ca/a/" + id);
        return Jsoup.parse(page).expectFirst("figure img").attr("src");
    }

    private Fetch fetch(URI address) {
        whileFetching.run();
        try {
            Bytes png = Bytes.copyOf(PictureDeskTest.png(300));
            return new Fetch.Fetched(
                    new Capture(address, address, new Headers(Map.of()), png, NOON), Validators.NONE, List.of(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String path) {
        return new String(shelf.ready(Request.of(path, "")).plain(), StandardCharsets.UTF_8);
    }

    private ArticleId publish(LanguageTag edition, int number, String headline) {
        KnownArticle known = known(number);
        store.write(transaction -> {
            if (transaction.articles().find(known.id()).isEmpty()) {
                transaction.articles().add(known);
            }
            transaction
                    .log()
                    .publish(edition, known, 1, translation(edition, number, headline), UNCHANGED, clock.instant());
        });
        hear(edition, known.id(), Event.Step.PUBLISHED);
        return known.id();
    }

    private void hear(LanguageTag edition, ArticleId article, Event.Step step) {
        shelf.heard(new Event(article, edition, clock.instant(), step, "", ""));
    }

    private static URI address(int number) {
        return URI.create("https://faro.example/" + number);
    }

    private static KnownArticle known(int number) {
        Sighting sighting = new Sighting(SOURCE, address(number), "" + number, "", null, NOON);
        return KnownArticle.sighted(ArticleId.of(address(number)), sighting, address(number), "");
    }

    private static Translation translation(LanguageTag language, int number, String headline) {
        Article article = new Article(
                address(number),
                new Outlet("El Faro", URI.create("https://faro.example/")),
                language,
                "",
                headline,
                List.of(),
                List.of(),
                Dates.UNKNOWN,
                "Port",
                List.of(),
                "",
                Access.FREE,
                List.of(
                        new Figure(new Picture(PICTURE, 300, 200, ""), List.of(), ""),
                        new Paragraph(Inlines.ofText("Text."))));
        return new Translation(article, language, new Route.Original(), NOON, List.of());
    }
}
