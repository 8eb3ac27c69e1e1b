package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static String stem(String address) {
        return Pictures.stem(URI.create(address));
    }

    @Test
    void aPictureBehindAServiceThatScalesItIsTheSamePicture() {
        String own = stem("https://faro.example/2026/ferry-4711081500.jpg");
        assertThat(
                        stem(
                                "https://scale.example/99999999999/?url=https%3A%2F%2Ffaro.example%2F2026%2Fferry-4711081500.jpg&w=8"))
                .isEqualTo(own);
        assertThat(stem("https://scale.example/99999999999/?url=https%3A%2F%2Ffaro.example%2F2026%2Fharbour.jpg"))
                .isNotEqualTo(own);
    }
}
