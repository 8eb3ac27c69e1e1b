package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final URI BASE = URI.create("https://faro.example/economia/puerto");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/economia/puerto/2",
                "https://faro.example/a/b?page=2#x",
                "http://faro.example/ü",
                "//faro.example/a",
                "/a//b",
                "/a/../b",
                "2",
                "?page=2",
                " /a",
                "/a%20b",
                "https://faro.example//a",
                "/é/2",
                "mailto:a@b.example"
            })
    void aReferenceThatShowsItsPathHasThatOfItsAddress(String reference) {
        boolean has = Addresses.link(BASE, reference)
                .map(URI::getRawPath)
                .filter(path -> reference.contains(path))
                .isPresent();
        assertThat(has || !Addresses.showsPath(reference)).isTrue();
    }

    @Test
    void mostReferencesShowTheirPath() {
        assertThat(Addresses.showsPath("/economia/puerto/2?page=2")).isTrue();
        assertThat(Addresses.showsPath("https://faro.example/economia")).isTrue();
        assertThat(Addresses.showsPath("../2")).isFalse();
        assertThat(Addresses.showsPath("/a/./2")).isFalse();
    }
}
