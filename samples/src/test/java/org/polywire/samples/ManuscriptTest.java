package org.polywire.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ManuscriptTest {
    private static final String HEAD = "slug: s\nheadline: H: h\nsection: S\npublished: 2026-11-20T08:00:00+01:00\n";

    @Test
    void aHeadLineEndsAtItsFirstColon() {
        Manuscript manuscript = Manuscript.parse("paper", HEAD + "byline: A, B\n---\n<p>x</p>\n");
        assertThat(manuscript.word("headline")).isEqualTo("H: h");
        assertThat(manuscript.words("byline")).containsExactly("A", "B");
        assertThat(manuscript.body()).isEqualTo("<p>x</p>");
        assertThat(manuscript.word("kicker")).isEmpty();
    }

    @Test
    void aManuscriptWithoutItsHeadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Manuscript.parse("paper", "slug: s\n---\n<p>x</p>"));
        assertThatIllegalArgumentException().isThrownBy(() -> Manuscript.parse("paper", HEAD));
    }

    @Test
    void trapsThatChangeNothingAreLabels() {
        assertThat(Manuscript.parse("paper", HEAD + "trap: lists, touched\n---\n")
                        .special())
                .isEqualTo(Special.TOUCHED);
        assertThat(Manuscript.parse("paper", HEAD + "trap: lists\n---\n").special())
                .isEqualTo(Special.NONE);
    }
}
