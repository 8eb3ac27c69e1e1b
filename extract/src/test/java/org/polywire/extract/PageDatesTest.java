package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Article;

class PageDatesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String TEXT =
            "<p>The council met on Tuesday evening and agreed, after a long debate, on the old bridge of the town.</p>";

    @ParameterizedTest
    @ValueSource(strings = {"2026/11/21", "2026-11-21", "20261121", "2026/nov/21", "2026/november/21"})
    void aPageThatSaysNoDateHasTheOneOfItsAddress(String path) {
        var article = Pages.article("<html lang=en><head><title>Old bridge is repaired</title>"
                + "<link rel=canonical href='https://faro.example/" + path + "/bridge'></head>"
                + "<body><article><h1>Old bridge is repaired</h1><p>Read on June 3, 2026 by the council:</p>"
                + TEXT + TEXT.replace("Tuesday", "Monday") + TEXT.replace("Tuesday", "Friday")
                + TEXT.replace("Tuesday", "Sunday") + "</article></body></html>");
        assertThat(Objects.requireNonNull(article.dates().published()).toLocalDate())
                .isEqualTo(LocalDate.of(2026, 11, 21));
    }

    private static Article page(String head, String start, String end) {
        return Pages.article(
                "<html lang=en><head><title>Old bridge is repaired</title>" + head + "</head><body><article>"
                        + start + TEXT + TEXT.replace("Tuesday", "Monday") + TEXT.replace("Tuesday", "Friday")
                        + TEXT.replace("Tuesday", "Sunday") + end + "</article></body></html>");
    }

    private static OffsetDateTime published(Article article) {
        return Objects.requireNonNull(article.dates().published());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"21 November 2026", "21. November 2026", "Sat, Nov 21, 2026", "21.11.2026", "21 نوفمبر 2026"})
    void theDayStandsJustBeforeTheHeadlineToo(String written) {
        var article = page("", "<p>" + written + "</p><div><h1>Old bridge is repaired</h1></div>", "");
        assertThat(published(article).toLocalDate()).isEqualTo(DAY);
    }

    @Test
    void theDayStandsAnywhereInWhatItsClassCallsADate() {
        var article =
                page("", "<h1>Old bridge is repaired</h1>", "<p>".repeat(40) + "<p class=post-date>Nov 21, 2026</p>");
        assertThat(published(article).toLocalDate()).isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"comment-date", "teaser__date", "date updated"})
    void theDayOfACommentATeaserOrAChangeIsNotThatOfTheArticle(String other) {
        var article = page(
                "", "<h1>Old bridge is repaired</h1>", "<p>".repeat(40) + "<p class='" + other + "'>Nov 21, 2026</p>");
        assertThat(article.dates().published()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T20:30:00-05:00", "2026-11-20T20:28:10-05:00"})
    void aTimeInUniversalTimeHasTheOffsetThatThePageShowsForIt(String shown) {
        var article = page(
                "<meta property='article:published_time' content='2026-11-21T01:30:00Z'>",
                "<h1>Old bridge is repaired</h1><time datetime='" + shown + "'>Friday</time>",
                "");
        assertThat(published(article)).isEqualTo(OffsetDateTime.parse("2026-11-20T20:30:00-05:00"));
        assertThat(published(article).getOffset()).isEqualTo(ZoneOffset.ofHours(-5));
    }

    @Test
    void aTimeHasNoOffsetOfAnotherTime() {
        var article = page(
                "<meta property='article:published_time' content='2026-11-21T01:30:00Z'>",
                "<h1>Old bridge is repaired</h1><time datetime='2026-11-20T22:10:00-05:00'>Friday</time>",
                "");
        assertThat(published(article).getOffset()).isEqualTo(ZoneOffset.UTC);
    }
}
