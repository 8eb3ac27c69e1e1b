package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpeningsTest {
    @Test
    void alternativesOpenWithTheirFirstLetters() {
        assertThat(Openings.of("(?:read|See) also\\b.*|più"))
                .hasValueSatisfying(letters -> assertThat(letters).containsExactlyInAnyOrder('r', 's', 'p'));
    }

    @Test
    void whatMayBeLeftOutLetsTheNextOpen() {
        assertThat(Openings.of("(?:à )?lire|[oö]b?"))
                .hasValueSatisfying(letters -> assertThat(letters).containsExactlyInAnyOrder('à', 'l', 'o', 'ö'));
    }

    @Test
    void anythingMayOpenAnExpressionThatBeginsWithAnything() {
        assertThat(Openings.of(".{3,60}\\bis\\b")).isEmpty();
        assertThat(Openings.of("\\p{L}+ comments")).isEmpty();
        assertThat(Openings.of("[^x]y")).isEmpty();
        assertThat(Openings.of("(?:a)*")).isEmpty();
    }

    @Test
    void lookingAheadTakesNothing() {
        assertThat(Openings.of("(?!no)yes"))
                .hasValueSatisfying(letters -> assertThat(letters).containsExactly('y'));
    }

    @Test
    void anExpressionHasTheAlternativesOfTheGroupAtItsBeginning() {
        assertThat(Openings.alternatives("(?:read (?:on|more)|.{2,9} is|[|)]x|see)\\W*$"))
                .containsExactly("(?:read (?:on|more))\\W*$", "(?:.{2,9} is)\\W*$", "(?:[|)]x)\\W*$", "(?:see)\\W*$");
        assertThat(Openings.alternatives("(?:a|b)?c")).containsExactly("(?:a|b)?c");
        assertThat(Openings.alternatives("read on")).containsExactly("read on");
    }
}
