package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.polywire.bench.Shingles.Means;
import org.polywire.bench.Shingles.Score;

class ShinglesTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void theSameWordsAreRightWhateverStandsBetweenThem() {
        Score score = Shingles.WORDS.score("One two, three four five.", "One  two three\n\nfour five");
        assertThat(score.f1()).isEqualTo(1, EXACT);
        assertThat(score.exact()).isTrue();
    }

    @Test
    void theCaseOfLettersCounts() {
        assertThat(Shingles.WORDS
                        .score("one two three four", "One two three four")
                        .f1())
                .isZero();
    }

    @Test
    void aWindowCountsAsOftenAsItStandsThere() {
        Score score = Shingles.WORDS.score("a b c d", "a b c d x a b c d");
        assertThat(score.recall()).isEqualTo(1, EXACT);
        assertThat(score.precision()).isEqualTo(1 / 6.0, EXACT);
    }

    @Test
    void fewerThanFourWordsAreOneWindow() {
        assertThat(Shingles.WORDS.score("one two", "one two").f1()).isEqualTo(1, EXACT);
        assertThat(Shingles.WORDS.score("one two", "one").f1()).isZero();
    }

    @Test
    void noPredictionCostsRecallOnly() {
        Means means = Means.of(List.of(
                Shingles.WORDS.score("one two three four", ""),
                Shingles.WORDS.score("one two three four", "one two three four")));
        assertThat(means.precision()).isEqualTo(1, EXACT);
        assertThat(means.recall()).isEqualTo(0.5, EXACT);
        assertThat(means.f1()).isEqualTo(2 / 3.0, EXACT);
    }

    @Test
    void combiningMarksPartWordsAsInPython() {
        assertThat(Shingles.WORDS.tokens("हिन्दी x²")).containsExactly("ह", "न", "द", "x²");
    }

    @Test
    void scriptsWithoutSpacesAreMeasuredByCharacters() {
        Score score = Shingles.CHARACTERS.score("台風は北に進んでいる。", "台風は北に進んでいる。広告");
        assertThat(score.recall()).isEqualTo(1, EXACT);
        assertThat(score.precision()).isEqualTo(0.6, EXACT);
    }

    @Test
    void theSpreadOfPagesThatAreAllAlikeIsNone() {
        assertThat(Shingles.spread(List.of(Shingles.WORDS.score("a b c d", "a b c d"))))
                .isZero();
    }
}
