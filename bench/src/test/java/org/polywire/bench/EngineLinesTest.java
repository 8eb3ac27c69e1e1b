package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class EngineLinesTest {
    private final ChecksCommand.EngineLines lines = new ChecksCommand.EngineLines();

    @Test
    void linesAreTheFirstAndTheLast() {
        assertThat(lines.convert("1-1000")).isEqualTo(new EngineBench.Lines(1, 1000));
        assertThat(lines.convert("7-7")).hasToString("7-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "0-20", "20-1", "1-3001", "a-b", "1-2-3", "-1-5", "1-99999999999", "7"})
    void whatIsNoLinesOfTheTextIsRefusedWithWhatWouldBe(String text) {
        assertThatThrownBy(() -> lines.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("like 1-1000");
    }
}
