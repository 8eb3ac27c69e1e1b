package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static List<String> in(String text) {
        return Kept.in(text).stream().map(range -> range.of(text)).toList();
    }

    @Test
    void addressesHandlesAndHashtagsAreKept() {
        assertThat(in("Ver www.4 e 24ur.com/á, ligue a a.b@c.pt; @ánna, #Год e https://x.example/1."))
                .containsExactly("www.4", "24ur.com/á", "a.b@c.pt", "@ánna", "#Год", "https://x.example/1");
    }

    @Test
    void numbersAndShortenedWordsAreNoAddresses() {
        assertThat(in("Custa 12.500,50 €/kg, segundo o art. 3.º e/ou o 4.5.")).isEmpty();
    }
}
