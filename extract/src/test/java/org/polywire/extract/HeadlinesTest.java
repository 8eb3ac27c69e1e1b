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
}
