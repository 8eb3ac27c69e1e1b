package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected figures are those that sacreBLEU's definitions give, computed by another program. */
class ScoresTest {
    private static final List<String> REFERENCES = List.of(
            "La casa roja costa 1.234,5 euros, diu en Joan.", "És un \"gos\" &amp; un gat", "El 3-2 d'ahir (final)");
    private static final List<String> TRANSLATIONS = List.of(
            "La casa vermella costa 1.234,5 euros, va dir Joan.", "És un \"gos\" & un gat", "El 3-2 de ahir (final)");

    @Test
    void scoresAreThoseOfTheUsualTools() {
        Scores scores = Scores.of(TRANSLATIONS, REFERENCES);
        assertThat(scores.bleu()).isCloseTo(56.6367, within(0.01));
        assertThat(scores.chrF2()).isCloseTo(66.0721, within(0.01));
    }

    @Test
    void aPerfectTranslationScoresHundredAndNothingInCommonScoresNothing() {
        assertThat(Scores.of(REFERENCES, REFERENCES)).satisfies(scores -> {
            assertThat(scores.bleu()).isCloseTo(100, within(1e-9));
            assertThat(scores.chrF2()).isCloseTo(100, within(1e-9));
        });
        assertThat(Scores.of(List.of(""), List.of("abc"))).isEqualTo(new Scores(0, 0));
        assertThatThrownBy(() -> Scores.of(List.of(), REFERENCES)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSingleShortLineIsSmoothed() {
        Scores scores = Scores.of(List.of("el gos menja bé avui"), List.of("el gat menja bé demà"));
        assertThat(scores.bleu()).isCloseTo(23.6435, within(0.01));
        assertThat(scores.chrF2()).isCloseTo(39.8153, within(0.01));
    }
}
