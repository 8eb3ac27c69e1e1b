package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightedAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://a.example/x",
        "https://a.example/x#top, https://a.example/x",
        "https://a.example/x?utm_source=rss&utm_medium=feed, https://a.example/x",
        "https://a.example/x?id=7&utm_source=rss#c, https://a.example/x?id=7",
        "https://a.example/x?id=7&page=2, https://a.example/x?id=7&page=2",
        "https://a.example/%C3%A9?fbclid=1, https://a.example/%C3%A9",
    })
    void onlyWhatSaysWhoClickedIsDropped(URI sighted, URI clean) {
        assertThat(SightedAddress.clean(sighted)).isEqualTo(clean);
        assertThat(SightedAddress.clean(clean)).isEqualTo(clean);
    }
}
