package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTest {
    @ParameterizedTest
    @CsvSource({
        "Article-Body, BODY",
        "article-bodyguard,",
        "SR-only, HIDDEN",
        "hidden-gems,",
        "byline, 'AUTHOR AROUND_AUTHOR CREDIT'",
        "firma, FIRMA",
        "affirmative,",
        "teaser-kicker, 'FURNITURE KICKER OTHER_DAY'",
        "صورة-caption, 'CAPTION BARE_CAPTION'",
        "記事 paywall, PAYWALL"
    })
    void aClassHasTheSignsOfItsWordsAndNoOther(String classes, String signs) {
        Set<String> expected = signs == null ? Set.of() : Set.of(signs.split(" "));
        Signs read = new Signs();
        assertThat(Sign.values())
                .filteredOn(sign -> read.has(classes, sign))
                .extracting(Sign::name)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anElementWithoutAClassHasNoSign() {
        var body = Jsoup.parse("<p id=paywall>x").body();
        assertThat(new Signs().has(body.child(0), Sign.PAYWALL)).isFalse();
        assertThat(new Signs().has(body, Sign.PAYWALL)).isFalse();
    }
}
