package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageDatesTest {
    private static final String TEXT =
            "<p>The council met on Tuesday evening and agreed, after a long debate, on the old bridge of the town.</p>";

    @ParameterizedTest
    @ValueSource(strings = {"2026/11/21", "2026-11-21", "20261121", "2026/nov/21", "2026/november/21"})
    void aPageThatSaysNoDateHasTheOneOfItsAddress(String path) {
        var article = Pages.article("<html lang=en><head><title>Old bridge is repaired</title>"
                + "<link rel=canonical href='https://faro.example/" + path + "/bridge'></head>"
                + "<body><article><h1>Old bridge is repaired</h1><p>Read on June 3, 2026 by the council:</p>"
                + TEXT + TEXT.replace("Tuesday", "Monday") + TEXT.replace("Tuesday", "Friday")
                + TEXT.replace("Tuesday", "Sunday") + "</article></body></html>");
        assertThat(Objects.requireNonNull(article.dates().published()).toLocalDate())
                .isEqualTo(LocalDate.of(2026, 11, 21));
    }
}
