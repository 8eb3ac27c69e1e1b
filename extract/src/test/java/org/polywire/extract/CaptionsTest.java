package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.Inlines;

class CaptionsTest {
    private static final Captions CAPTIONS = new Captions(Phrases.load(), URI.create("https://elfaro.example/"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ferry leaves. Photo: Ana Mar | The ferry leaves. | Ana Mar",
                "The ferry leaves. (Ana Mar) | The ferry leaves. | Ana Mar",
                "Die Fähre legt ab. Uncredited/AP/dpa | Die Fähre legt ab. | Uncredited/AP/dpa",
                "Die Fähre legt ab. IMAGO/Nico Meer | Die Fähre legt ab. | IMAGO/Nico Meer",
                "The ferry leaves on Monday. — Picture by Ana bin Mar | The ferry leaves on Monday. | Ana bin Mar",
                "港を出る船（Ｃ）灯台通信 | 港を出る船 | 灯台通信",
                "The ferry 'Marina' (2019) leaves. | The ferry 'Marina' (2019) leaves. | ''",
                "The ferry leaves for the island of Mar. | The ferry leaves for the island of Mar. | ''"
            })
    void aCreditIsPartedFromWhatThePictureShows(String text, String caption, String credit) {
        Captions.Words words = CAPTIONS.split(text, Inlines.ofText(text));
        assertThat(Inlines.text(words.caption())).isEqualTo(caption);
        assertThat(words.credit()).isEqualTo(credit);
    }
}
