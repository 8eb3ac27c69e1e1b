package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationCommandTest {
    @ParameterizedTest
    @CsvSource({"spa, es", "por, pt", "glg, gl", "nob, nb", "nno, nn", "heb, he", "es, es", "pt-BR, pt-BR", "ast, ast"})
    void aLanguageIsNamedByItsTagOrByThreeLetters(String code, String tag) {
        assertThat(TranslationCommand.language(code)).hasToString(tag);
    }
}
