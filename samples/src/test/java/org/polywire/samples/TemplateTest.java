package org.polywire.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Values VALUES = Values.NONE
            .with("word", "a \"b\" <c> & $1 \\")
            .with("outer", "same")
            .with("rows", List.of(Values.NONE.with("row", "1"), Values.NONE.with("row", "2")));

    @Test
    void aWordIsEscapedForItsPlace() {
        assertThat(filled("{{word}}")).isEqualTo("a &quot;b&quot; &lt;c&gt; &amp; $1 \\");
        assertThat(filled("{{{word}}}")).isEqualTo("a \"b\" <c> & $1 \\");
        assertThat(filled("{{\"word\"}}")).isEqualTo("\"a \\\"b\\\" <c> & $1 \\\\\"");
    }

    @Test
    void aSectionStandsOncePerRow() {
        assertThat(filled("{{#rows}}{{row}}{{outer}} {{/rows}}")).isEqualTo("1same 2same ");
    }

    @Test
    void anEmptyWordHidesItsSection() {
        assertThat(filled("{{#none}}x{{/none}}{{^none}}y{{/none}}{{#word}}z{{/word}}"))
                .isEqualTo("yz");
    }

    private static String filled(String text) {
        return new Template(text).fill(VALUES);
    }
}
