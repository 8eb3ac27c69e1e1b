package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({"３月１０日, 3月10日", "٢٠٢٦, 2026", "۱۹۸۰ سال, 1980 سال", "४२, 42", "𝟙𝟚, 12", "x²½Ⅳ, x²½Ⅳ"})
    void digitsOfAnyScriptAreOneAndAllElseStays(String text, String ascii) {
        assertThat(Digits.inAscii(text)).isEqualTo(ascii);
    }
}
