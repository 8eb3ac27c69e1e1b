package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocatorTest {
    private static final String SENTENCE =
            " evening the council agreed, after a long debate, that the old bridge is to be repaired before the winter.";

    /** A damaged page has elements of any name; one of the development pages, with a bit flipped, had "h:". */
    @ParameterizedTest
    @ValueSource(strings = {"h:", "h,", "h\"", "h[x]", "h#", "h.", "h*", "h|i"})
    void aBodyDealtOutToElementsOfOddNamesIsFound(String tag) {
        String part = "<" + tag + " class=part>";
        String end = "</" + tag + ">";
        String article = Pages.print(Pages.article("<html lang=en><title>Bridge repaired</title><body><article>"
                + "<h1>Bridge repaired</h1><time datetime=2026-11-20>Friday</time>"
                + part + "<p>On Monday" + SENTENCE + "</p><p>On Tuesday" + SENTENCE + "</p><p>On Thursday" + SENTENCE
                + "</p><p>On Sunday" + SENTENCE + "</p>" + end + part + "<p>On Friday" + SENTENCE + "</p>" + end
                + "</article></body></html>"));
        assertThat(article).contains("P On Monday", "P On Tuesday", "P On Sunday", "P On Friday");
    }
}
