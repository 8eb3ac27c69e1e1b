package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polywire.model.Article;

class HeadlinesTest {
    private static final String TEXT = IntStream.range(0, 6)
            .mapToObj(
                    i -> "<p>Paragraph " + i
                            + " says that the council met on Tuesday evening and agreed, after a long debate, on the bridge.</p>")
            .collect(Collectors.joining());

    private static Article article(String linked, String shared, String heading) {
        return Pages.article("<html lang=en><head><title>" + shared + " | Faro</title>"
                + "<meta property='og:site_name' content='Faro'><meta property='og:title' content='" + shared + "'>"
                + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + linked
                + "\"}</script>"
                + "</head><body><article>" + heading + TEXT + "</article></body></html>");
    }

    @Test
    void theHeadlineIsTheOneOnThePageNotTheOneForSharing() {
        Article article = article(
                "Old bridge gets repaired", "You will not believe this bridge", "<h1>Old bridge is repaired</h1>");
        assertThat(article.headline()).isEqualTo("Old bridge is repaired");
    }

    @Test
    void aKickerBelongsToTheHeadlineIfBothStatementsOfThePageSaySo() {
        Article article = article(
                "Valley: Old bridge is repaired",
                "Valley: Old bridge is repaired",
                "<p class=kicker>Valley</p><h1>Old bridge is repaired</h1>");
        assertThat(article.headline()).isEqualTo("Valley: Old bridge is repaired");
        assertThat(article.kicker()).isEmpty();
        assertThat(article.body().toString()).doesNotContain("Old bridge is repaired");
    }

    @Test
    void aKickerWithinTheHeadingStaysApartIfOneStatementLacksIt() {
        String heading =
                "<h1><span>Sonderparteitag</span><span aria-hidden=true> – </span><span>Die alte Brücke wird saniert</span></h1>";
        Article article =
                article("Sonderparteitag: Die alte Brücke wird saniert", "Die alte Brücke wird saniert", heading);
        assertThat(article.headline()).isEqualTo("Die alte Brücke wird saniert");
        assertThat(article.kicker()).isEqualTo("Sonderparteitag");
    }

    @Test
    void theStyleOfAnIconIsNoKicker() {
        String icon = "<div class=kicker><svg><style>.st-1{fill:#fff}</style><path d=M0></svg></div>";
        String title = "Old bridge is repaired";
        Article article = article(title, title, icon + "<h1>" + title + "</h1>");
        assertThat(article.headline()).isEqualTo(title);
        assertThat(article.kicker()).isEmpty();
    }

    @Test
    void aSectionBehindABarIsNoPartOfTheHeadline() {
        Article article = article(
                "Valley: Old bridge is repaired | Town",
                "Valley: Old bridge is repaired",
                "<p class=kicker>Valley</p><h1>Old bridge is repaired</h1>");
        assertThat(article.headline()).isEqualTo("Valley: Old bridge is repaired");
    }

    @Test
    void aKickerOfWhichOnlyOneStatementSpeaksStaysApart() {
        Article article = article(
                "Valley: Old bridge is repaired",
                "Old bridge is repaired",
                "<p class=kicker>Valley</p><h1>Old bridge is repaired</h1>");
        assertThat(article.headline()).isEqualTo("Old bridge is repaired");
        assertThat(article.kicker()).isEqualTo("Valley");
    }

    @Test
    void aWordBeforeTheHeadlineInTheSameElementIsAKicker() {
        Article article = article(
                "What the old bridge needs",
                "Opinion | What the old bridge needs",
                "<h1><span>Opinion</span> What the old bridge needs</h1>");
        assertThat(article.headline()).isEqualTo("What the old bridge needs");
        assertThat(article.kicker()).isEqualTo("Opinion");
    }

    @Test
    void theEndOfATrailOfLinksIsNotTheHeadlineWhereAnotherHeadingSaysWhatIsShared() {
        Article article = article(
                "Bridge repair Rotburg: what commuters must know",
                "Old bridge is repaired at last",
                "<div class=page-breadcrumb><a href='/town'>Town</a>"
                        + "<h1>Bridge repair Rotburg: what commuters must know</h1></div>"
                        + "<h2><span class=kicker>Valley</span> <span>Old bridge is repaired at last</span></h2>");
        assertThat(article.headline()).isEqualTo("Old bridge is repaired at last");
        assertThat(article.kicker()).isEqualTo("Valley");
    }

    @Test
    void theEndOfATrailOfLinksIsTheHeadlineWhereItIsWhatIsShared() {
        Article article = article(
                "Old bridge is repaired",
                "Old bridge is repaired",
                "<ol><li><a href='/town'>Town</a></li><li><h1>Old bridge is repaired</h1></li></ol>");
        assertThat(article.headline()).isEqualTo("Old bridge is repaired");
    }

    @Test
    void aSecondLineInTheHeadingIsNoPartOfTheHeadlineThatTheDataName() {
        Article article = article(
                "Old bridge is repaired",
                "Old bridge is repaired",
                "<h1>Old bridge is repaired<br><small>The town pays half</small></h1>");
        assertThat(article.headline()).isEqualTo("Old bridge is repaired");
    }

    @Test
    void aDateInTheHeadingIsNoPartOfTheHeadline() {
        Article article = article(
                "",
                "Old bridge is repaired",
                "<h1><time datetime='2026-11-20'>20 November 2026</time> Old bridge is repaired</h1>");
        assertThat(article.headline()).isEqualTo("Old bridge is repaired");
    }

    @Test
    void emphasisDoesNotPartAHeadline() {
        Article article = article(
                "Bridge repaired",
                "Bridge repaired: what happens to the Rotburg ferry",
                "<h1>Bridge <em>repaired</em>: what happens to the <em>Rotburg</em> ferry?</h1>");
        assertThat(article.headline()).isEqualTo("Bridge repaired: what happens to the Rotburg ferry?");
    }

    @Test
    void theFirstWordOfAHeadingIsNoKickerOnlyBecauseTheTitleLacksIt() {
        Article article = article("", "Best bridges in the valley", "<h1>The best bridges in the valley</h1>");
        assertThat(article.headline()).isEqualTo("The best bridges in the valley");
        assertThat(article.kicker()).isEmpty();
    }

    @Test
    void theNameOfTheSiteIsNoHeadline() {
        Article article = Pages.article("<html lang=en><head><title>Rita's Bridge Notes: Old bridge is repaired</title>"
                + "<meta property='og:title' content='Old bridge is repaired'></head><body>"
                + "<h1>Rita's Bridge Notes</h1><article><h3>Old bridge is repaired</h3>" + TEXT
                + "</article></body></html>");
        assertThat(article.headline()).isEqualTo("Old bridge is repaired");
    }

    @Test
    void theFirstOfSeveralHeadingsIsTheHeadlineThoughTheMetadataSayItInOtherWords() {
        Article article = article(
                "Traffic chaos in sight",
                "When asphalt melts",
                "<meta property='article:published_time' content='2026-11-20T08:00:00Z'>"
                        + "<h1>How the town prepares its bridges for summer</h1><aside><h1>More from Rotburg</h1></aside>");
        assertThat(article.headline()).isEqualTo("How the town prepares its bridges for summer");
    }

    @Test
    void aKickerInItsOwnElementIsPartedInArabicAndJapanese() {
        Article arabic = article(
                "إصلاح الجسر القديم في المدينة",
                "إصلاح الجسر القديم في المدينة",
                "<h1><span>محليات</span> إصلاح الجسر القديم في المدينة</h1>");
        Article japanese = article("古い橋の修理が終わる", "古い橋の修理が終わる", "<h1><span>地域</span><br>古い橋の修理が終わる</h1>");
        assertThat(arabic.headline()).isEqualTo("إصلاح الجسر القديم في المدينة");
        assertThat(arabic.kicker()).isEqualTo("محليات");
        assertThat(japanese.headline()).isEqualTo("古い橋の修理が終わる");
    }
}
