package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.extract.Body.Judged;
import org.polywire.model.Block;
import org.polywire.model.Inlines;

class SieveTest {
    private static final List<Piece> PIECES = Segmenter.pieces(Jsoup.parse("""
                            <p>A crumb
                            <p>喫茶店の営業時間
                            <p>All is shut.
                            <p>喫茶店は閉まります。
                            <p>أغلق الجسر؟
                            <p>The bridge over the river was repaired in the spring, after it had been closed for three whole years.
                            <ul><li><a href=/a>One more story</a><li><a href=/b>Another one</a></ul>
                            <ul><li>Three reasons why the bridge was closed<li>What the repair had cost in the end</ul>
                            <h2>What comes next</h2>
                            """).body());

    @Test
    void outsideOfTheBodyOnlySentencesHeadingsAndListsWithoutLinksAreInDoubt() {
        assertThat(PIECES)
                .extracting(piece -> Sieve.isInDoubt(new Judged(piece, false, Body.OUTSIDE)))
                .containsExactly(false, false, true, true, true, true, false, true, true);
    }

    @Test
    void withinTheBodyEveryPieceIsInDoubt() {
        assertThat(PIECES)
                .allMatch(piece -> Sieve.isInDoubt(new Judged(piece, true, Body.KEPT)))
                .allMatch(piece -> Sieve.isInDoubt(new Judged(piece, false, "link-list")));
    }

    @Test
    void aListOfSentencesWithinTheBodyStaysThoughTheClassifierTakesItForFurniture() {
        String page = page(
                "<ul><li>The north bank opens in May.<li>The south bank opens in June.</ul><p>So it was said.</p>");
        assertThat(kept(page, -3)).isEmpty();
        assertThat(items(page, -3)).containsExactly("The north bank opens in May.", "The south bank opens in June.");
        assertThat(items(page.replace("June.", "June"), -3)).isEmpty();
    }

    @Test
    void aNoteIsNoTextThatTheClassifierMayKeep() {
        Phrases phrases = Phrases.load();
        Piece piece = PIECES.get(5);
        assertThat(Sieve.mayKeep(new Judged(piece, true, Body.KEPT), phrases)).isTrue();
        assertThat(Sieve.mayKeep(new Judged(piece, true, "note.production"), phrases))
                .isFalse();
    }

    @Test
    void aShortSentenceBeforeWhatHoldsTheBodyIsKeptIfTheClassifierTakesItForText() {
        String page = page("").replace(
                        "<div class=article-body>",
                        "<div class=article-body><p>All shops will stay open.<p>Town and country</div><div class=article-body>");
        assertThat(kept(page, 3)).contains("All shops will stay open.").doesNotContain("Town and country");
        assertThat(kept(page, -3)).doesNotContain("All shops will stay open.");
    }

    @Test
    void aHeadingBeforeAnotherStaysIfTheClassifierTakesItAndTheLastOneNever() {
        String page =
                page("<h2>The old bridge</h2><h2>12 Harbour Street</h2><p>It is open again.</p><h2>Of nothing</h2>");
        assertThat(kept(page, 3))
                .contains("The old bridge", "12 Harbour Street")
                .doesNotContain("Of nothing");
        assertThat(kept(page, 0)).contains("12 Harbour Street").doesNotContain("The old bridge\n", "Of nothing");
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void wordsThatAskToSubscribeStayOutWhateverTheClassifierSaysAndASentenceAboutNewslettersStays(
            String language, String asks, String tells) {
        String box = "<div class=newsletter-box><p>%s</p></div>";
        String page = page(box.formatted(asks) + box.formatted(tells));
        assertThat(kept(page, 3)).doesNotContain(asks).contains(tells);
        assertThat(kept(page("<p>%s</p><p>%s</p>".formatted(asks, tells)), 3))
                .doesNotContain(asks)
                .contains(tells);
    }

    /** Words that ask to subscribe are no proof by themselves: sentences begin alike (Spanish "Recibe …" is an order and "he receives"). */
    @ParameterizedTest
    @ValueSource(strings = {"infobox", "factbox", "banner"})
    void otherMarksThanThoseOfSubscribersLeaveItToTheClassifier(String mark) {
        String asks = "Sign up for our newsletter and read the news of the harbour each morning.";
        String box = "<div class=%s><p>%s</p></div>";
        assertThat(kept(page(box.formatted(mark, asks)), 3)).contains(asks);
        assertThat(kept(page(box.formatted(mark, asks)), -3)).doesNotContain(asks);
        String both = box.formatted("'" + mark + " newsletter'", asks);
        assertThat(kept(page(both), 3)).doesNotContain(asks);
    }

    @Test
    void whatAsksToSubscribeOutsideOfTheBodyIsLeftToTheClassifier() {
        String asks = "Sign up for our newsletter and read the news of the harbour each morning.";
        String before = page("").replace("<article>", "<div class=box><p>" + asks + "</p></div><article>");
        assertThat(kept(before, 3)).contains(asks);
        assertThat(kept(before, -3)).doesNotContain(asks);
    }

    @Test
    void boxesForSubscribersAreKnownInEachLanguage() {
        assertThat(boxes().map(each -> each[0]).distinct()).containsExactlyElementsOf(Phrases.LANGUAGES);
    }

    private static Stream<String[]> boxes() {
        return Pages.lines("subscribe.txt");
    }

    /** An article with some markup at its end. */
    static String page(String markup) {
        return """
                <html lang=en><title>Council agrees to repair the old bridge</title><article>
                <h1>Council agrees to repair the old bridge</h1>
                <div class=article-body>
                <p>The council met on Tuesday evening and agreed, after a long debate, to repair the old bridge before winter.
                <p>Work begins in May and costs two million, which the region pays, said the mayor of the town.
                <p>Drivers will use the road through the valley, as they did when the bridge was painted.
                <p>The bridge was closed in March, when a diver found cracks in two of the seven pillars under water.
                <p>Since then the bus to the harbour takes half an hour longer, and shops in the old town sell less.
                <p>An engineer of the region told the council that the pillars can be mended without a new foundation.
                <p>The mayor said she hoped that the market would come back to the bridge in the autumn of next year.
                %s</div></article>
                """.formatted(markup);
    }

    /** The text that is kept by a classifier that says the same of each piece. */
    private static String kept(String page, int odds) {
        return read(page, odds).text();
    }

    /** The items of the lists that it keeps. */
    private static List<String> items(String page, int odds) {
        return read(page, odds).body().stream()
                .filter(Block.Listing.class::isInstance)
                .flatMap(list -> ((Block.Listing) list).items().stream())
                .map(item -> Inlines.text(((Block.Paragraph) item.getFirst()).content()))
                .toList();
    }

    private static Reading read(String page, int odds) {
        Classifier classifier = new Classifier(List.of("features", "base " + odds));
        return new PageReader(Captured.anyway(Pages.capture(page)), Phrases.load(), false)
                .read(classifier, HostTemplates.NONE)
                .outcome();
    }
}
