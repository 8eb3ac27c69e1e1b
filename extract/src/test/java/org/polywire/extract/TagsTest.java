package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a><b></b><i>            | 2 | <a><b></b>",
                "<a><b></b><i>            | 3 | <a><b></b><i>",
                "1 < 2 <!-- x --> </p><p> | 0 | 1 < 2 <!-- x --> </p>",
                "<script>'<p><p>'</script><p> | 1 | <script>'<p><p>'</script>",
                "<SCRIPT>'</p><p>'</Script ><p> | 1 | <SCRIPT>'</p><p>'</Script >",
                "<style><p><p>            | 1 | <style><p><p>",
                "<                        | 0 | <"
            })
    void aPageEndsBeforeTheTagThatIsTooMuch(String html, int most, String kept) {
        assertThat(html.substring(0, Tags.end(html, most))).isEqualTo(kept);
    }
}
