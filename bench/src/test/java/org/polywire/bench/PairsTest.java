package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PairsTest {
    private final ChecksCommand.Pairs pairs = new ChecksCommand.Pairs();

    @Test
    void anyTwoLanguagesOfTheCorpusAreAPair() {
        assertThat(pairs.convert("en-tr")).isEqualTo("en-tr");
        assertThat(pairs.convert("hi-vi")).isEqualTo("hi-vi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en", "en-", "en-en", "en-xx", "EN-tr", "en-tr-vi", "en_tr"})
    void whatIsNoneIsRefusedInPlainWords(String value) {
        assertThatThrownBy(() -> pairs.convert(value))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageStartingWith("'" + value + "' must be two languages of ar, ca, da");
    }
}
