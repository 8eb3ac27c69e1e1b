package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeedsTest {
    @Test
    void theLongestRunOfLettersIsNeeded() {
        assertThat(Needs.of(".{2,40}may not be (?:re)?published\\W*")).containsExactly("may not be ");
    }

    @Test
    void aGroupNeedsOneOfItsAlternatives() {
        assertThat(Needs.of(".{3,60}\\b(?:Reporter|staff (?:editor|writer))\\b.{0,9}"))
                .containsExactlyInAnyOrder("reporter", "staff ");
    }

    @Test
    void twoSyllablesOrSignsSayAsMuchAsThreeLetters() {
        assertThat(Needs.of(".{0,30}(?:有料|구독 ?신청|न्यूज़लेटर)")).containsExactlyInAnyOrder("有料", "구독", "न्यूज़लेटर");
        assertThat(Needs.of(".{0,30}ab")).isEmpty();
    }

    @Test
    void whatMayBeLeftOutIsNotNeeded() {
        assertThat(Needs.of("\\p{L}+s?(?:reporter)?(?:newsletter)*(?:inbox){0,2}"))
                .isEmpty();
        assertThat(Needs.of("\\d+ share")).containsExactly(" share");
        assertThat(Needs.of("\\d+ shares?")).containsExactly(" share");
    }

    @Test
    void nothingIsNeededIfOneAlternativeNeedsNothing() {
        assertThat(Needs.of("(?:newsletter|\\d+)")).isEmpty();
        assertThat(Needs.of("newsletter|.*")).isEmpty();
    }

    @Test
    void aClassOrALookAheadSaysNothing() {
        assertThat(Needs.of("[abcdef](?!newsletter)x{3}")).isEmpty();
    }
}
