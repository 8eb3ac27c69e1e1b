package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CounterTest {
    private static final Counter COUNTER = Phrases.load().counter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Image 3 of 14: The ferry leaves | The ferry leaves",
                "Bild 3 von 14 - Die Fähre legt ab | Die Fähre legt ab",
                "[Foto 3/14] El ferri zarpa | El ferri zarpa",
                "Le ferry part (photo 3 sur 14) | Le ferry part",
                "Паром уходит (фото 3 из 14) | Паром уходит",
                "صورة 3 من 14: العبارة تغادر | العبارة تغادر",
                "图片 3/14 | 图片 3/14"
            })
    void whatIsCalledACounterAndStandsApartIsTakenOut(String text, String bare) {
        assertThat(COUNTER.takenFrom(text, false)).isEqualTo(bare);
        assertThat(COUNTER.takenFrom(text, true)).isEqualTo(bare);
    }

    @Test
    void whatIsCalledACounterMayBeARatingAtTheEndOfAHeading() {
        assertThat(COUNTER.takenFrom("Cámara – foto 8/10", true)).isEqualTo("Cámara");
        assertThat(COUNTER.takenFrom("Cámara – foto 8/10", false)).isEqualTo("Cámara – foto 8/10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/2 cup of sugar",
                "1 of 12 ferries was late",
                "Image 3 of 14 was stolen",
                "1/8 – finále",
                "Photo 14 of 3: the ferry",
                "The ferry: 24/7",
                "Review: 8/10",
                "The ferry leaves in 2024/25",
                "Bild 3 von 140 Gemälden",
                "(3/14) The ferry leaves",
                "The new film (8/10)",
                "A pill (1/2)",
                "The vote (3 of 10)",
                "Mar 3/14: the ferry (2019) leaves"
            })
    void numbersThatBelongToTheTextStay(String text) {
        assertThat(COUNTER.takenFrom(text, true)).isEqualTo(text);
        assertThat(COUNTER.takenFrom(text, false)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/14",
                "3 of 14",
                "3 von 14",
                "Image 3 of 14",
                "Slika 3",
                "Foto 3 de 14",
                "zdjęcie 3 z 14",
                "02/7"
            })
    void aTextMayBeNothingElse(String text) {
        assertThat(COUNTER.is(text)).isEqualTo(!text.startsWith("Slika"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14/3", "1/1", "3 of 14 ferries", "2024/25", ""})
    void otherNumbersAreNoCounter(String text) {
        assertThat(COUNTER.is(text)).isFalse();
    }
}
