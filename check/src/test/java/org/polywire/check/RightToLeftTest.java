package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names without vowels, and marks within words, in Arabic, Hebrew and Persian. */
class RightToLeftTest {
    @ParameterizedTest
    @CsvSource({
        "هازارد, hazard",
        "والسيد, alsayed",
        "בריאן, brian",
        "ویلوبی, willoughby",
        "خوان, juan",
        "شقیری, shaqiri",
        "צרלס, charles"
    })
    void aNameIsReadWithoutItsVowels(String word, String name) {
        assertThat(Unvowelled.mayBe(word, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"هازارد, robertson", "בריאן, thomas", "ویلوبی, jones", "شقیری, salah", "مايك, peter"})
    void anotherNameIsNotReadForIt(String word, String name) {
        assertThat(Unvowelled.mayBe(word, name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ארה\"ב", "מנכ“ל", "יו\"רית", "ק”ג", "צה״ל"})
    void aMarkWithinAHebrewWordIsNoneOfAQuotation(String word) {
        assertThat(Quotations.marks(word)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"הוא אמר ש\"אני כאן", "\"שלום", "שלום\" אמר", "ה\"טוב"})
    void aMarkBeforeOrAfterAHebrewWordIsOne(String text) {
        assertThat(Quotations.marks(text)).isOne();
    }
}
