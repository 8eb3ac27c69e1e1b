package org.polywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polywire.model.ArticleId;

class BondTest {
    private static final Likeness ALIKE_ABROAD = likeness("fr", 6, false, false);

    /** Two events of one week with the same persons are alike across languages, where names are nearly all that can be compared. */
    @Test
    void whereAStoryHasTextsOfTheLanguageThoseOfOthersDoNotBind() {
        assertThat(Bond.of(List.of(ALIKE_ABROAD)).holds()).isTrue();
        assertThat(Bond.of(List.of(ALIKE_ABROAD, likeness("es", -1, false, true)))
                        .holds())
                .isFalse();
        assertThat(Bond.of(List.of(ALIKE_ABROAD, likeness("es", 2, false, true)))
                        .holds())
                .isTrue();
    }

    @Test
    void aCopyBindsWhateverTheOdds() {
        assertThat(Bond.of(List.of(likeness("es", -5, true, true), ALIKE_ABROAD))
                        .holds())
                .isTrue();
    }

    @Test
    void withoutATextOfItsLanguageABondMustBeStronger() {
        assertThat(Bond.of(List.of(likeness("es", 1.5, false, true))).holds()).isTrue();
        assertThat(Bond.of(List.of(likeness("fr", 1.5, false, false))).holds()).isFalse();
    }

    private static Likeness likeness(String name, double odds, boolean copy, boolean sameLanguage) {
        return new Likeness(ArticleId.of(URI.create("https://example.org/" + name)), odds, copy, sameLanguage);
    }
}
