package org.polywire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @CsvSource({
        "es, es",
        "PT-br, pt-BR",
        "zh-hant-tw, zh-Hant-TW",
        "spa, es",
        "SPA, es",
        "por-BR, pt-BR",
        "glg, gl",
        "nob, nb",
        "nno, nn",
        "heb, he",
        "iw, he",
        "zho-Hant, zh-Hant",
        "cat-valencia, ca-valencia",
        "ast, ast",
        "mul, mul"
    })
    void aLanguageHasOneName(String written, String tag) {
        assertThat(new LanguageTag(written)).hasToString(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "und-Latn", "x-mine", "q!", "klingonese", "es--MX"})
    void whatNamesNoLanguageIsRefused(String written) {
        assertThatThrownBy(() -> new LanguageTag(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
