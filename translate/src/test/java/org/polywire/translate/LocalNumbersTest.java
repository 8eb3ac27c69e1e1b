package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.LanguageTag;

class LocalNumbersTest {
    private static LanguageTag language(String tag) {
        return new LanguageTag(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; es; 1,234.5; 1.234,5",
                "es; en; 1.234,5; 1,234.5",
                "en; de; 1,234,567; 1.234.567",
                "en; pt; 3.75; 3,75",
                "en; pt; 0.5; 0,5",
                "en; fr; 1,234.5; 1 234,5",
                "es; en; 12,5; 12.5",
                "en; es; 12/31/2026; 31/12/2026",
                "es; en-US; 31/12/2026; 12/31/2026",
                "en; de; 12/31/2026; 31.12.2026",
                "es; sv; 31/12/2026; 2026-12-31",
            })
    void numbersAndDatesAreWrittenAsReadersWriteThem(String from, String to, String written, String wanted) {
        assertThat(new LocalNumbers(language(from), language(to)).of(written)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; es; 03/04/2026",
                "en; es; 10.30",
                "en; es; 192.168.0.1",
                "en; es; 12,34",
                "es; en; 10.30",
                "en; es; 2026-12-31",
                "en; es; 45/13/2026",
                "en; es; 3-2"
            })
    void whatCanBeReadInTwoWaysOrIsNoNumberStays(String from, String to, String written) {
        assertThat(new LocalNumbers(language(from), language(to)).of(written)).isEqualTo(written);
    }

    private static String finished(boolean local, String from, String to, String source, String... words) {
        return new Typography(language(from), language(to), local)
                        .finish(
                                source,
                                List.of(words).stream()
                                        .map(word -> new Leaf<Mark>(" ", word, List.of()))
                                        .toList())
                        .stream()
                        .map(leaf -> leaf.before() + leaf.text())
                        .reduce("", String::concat);
    }

    @Test
    void theyAreOnlyRewrittenWhereThatIsWanted() {
        assertThat(finished(
                        true,
                        "en",
                        "es",
                        "It cost 1,234.5 on 12/31/2026.",
                        "Costó",
                        "1,234.5",
                        "el",
                        "12/31/2026",
                        "."))
                .isEqualTo("Costó 1.234,5 el 31/12/2026.");
        assertThat(finished(false, "en", "es", "It cost 1,234.5.", "Costó", "1,234.5", "."))
                .isEqualTo("Costó 1,234.5.");
    }

    @Test
    void twoNumbersThatDifferInTheirSeparatorsAloneAreNotTakenForOne() {
        assertThat(finished(false, "es", "ca", "De 1,25 a 12,5.", "De", "1,25", "a", "12,5", "."))
                .isEqualTo("De 1,25 a 12,5.");
    }
}
