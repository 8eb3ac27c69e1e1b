package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.testkit.Seeded;

class LinksTest {
    private static final URI BASE = URI.create("http://a/b/c/d;p?q");

    /** RFC 3986, section 5.4, the examples that lead to http. */
    static Stream<Arguments> examples() {
        return Stream.of(
                arguments("g", "http://a/b/c/g"),
                arguments("./g", "http://a/b/c/g"),
                arguments("g/", "http://a/b/c/g/"),
                arguments("/g", "http://a/g"),
                arguments("//g", "http://g"),
                arguments("?y", "http://a/b/c/d;p?y"),
                arguments("g?y", "http://a/b/c/g?y"),
                arguments("#s", "http://a/b/c/d;p?q#s"),
                arguments("g#s", "http://a/b/c/g#s"),
                arguments("g?y#s", "http://a/b/c/g?y#s"),
                arguments(";x", "http://a/b/c/;x"),
                arguments("g;x?y#s", "http://a/b/c/g;x?y#s"),
                arguments("", "http://a/b/c/d;p?q"),
                arguments(".", "http://a/b/c/"),
                arguments("./", "http://a/b/c/"),
                arguments("..", "http://a/b/"),
                arguments("../", "http://a/b/"),
                arguments("../g", "http://a/b/g"),
                arguments("../..", "http://a/"),
                arguments("../../", "http://a/"),
                arguments("../../g", "http://a/g"),
                arguments("../../../g", "http://a/g"),
                arguments("../../../../g", "http://a/g"),
                arguments("/./g", "http://a/g"),
                arguments("/../g", "http://a/g"),
                arguments("g.", "http://a/b/c/g."),
                arguments(".g", "http://a/b/c/.g"),
                arguments("g..", "http://a/b/c/g.."),
                arguments("..g", "http://a/b/c/..g"),
                arguments("./../g", "http://a/b/g"),
                arguments("./g/.", "http://a/b/c/g/"),
                arguments("g/./h", "http://a/b/c/g/h"),
                arguments("g/../h", "http://a/b/c/h"),
                arguments("g;x=1/./y", "http://a/b/c/g;x=1/y"),
                arguments("g;x=1/../y", "http://a/b/c/y"),
                arguments("g?y/./x", "http://a/b/c/g?y/./x"),
                arguments("g?y/../x", "http://a/b/c/g?y/../x"),
                arguments("g#s/../x", "http://a/b/c/g#s/../x"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesOfTheStandardHold(String reference, String address) {
        assertThat(Links.resolve(BASE, reference)).contains(URI.create(address));
    }

    static Stream<Arguments> asFound() {
        return Stream.of(
                arguments(" \n http://News.Example/a\t\n", "http://news.example/a"),
                arguments("HTTPS://news.example", "https://news.example"),
                arguments(
                        "http://élu.example/é?ñ=ü ß#ö",
                        "http://xn--lu-9ia.example/%C3%A9?%C3%B1=%C3%BC%20%C3%9F#%C3%B6"),
                arguments("http://اخبار.example/خبر", "http://xn--mgbacxr.example/%D8%AE%D8%A8%D8%B1"),
                arguments("http://新闻.example:8080/一", "http://xn--efvy88h.example:8080/%E4%B8%80"),
                arguments("http://news.example/%E9%zz%", "http://news.example/%E9%25zz%25"),
                arguments("http://news.example/a|b{c}\"<d>\\^`", "http://news.example/a%7Cb%7Bc%7D%22%3Cd%3E%5C%5E%60"),
                arguments("http://news.example/x\uD83D\uDE00", "http://news.example/x%F0%9F%98%80"),
                arguments("http://news.example:/a", "http://news.example/a"),
                arguments("http://[2606:4700::1111]/a", "http://[2606:4700::1111]/a"));
    }

    @ParameterizedTest
    @MethodSource("asFound")
    void linksAsFoundBecomeAddresses(String text, String address) {
        assertThat(Links.absolute(text).map(URI::toString)).contains(address);
        assertThat(Links.absolute(address).map(URI::toString))
                .as("and stay what they are")
                .contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "/a",
                "//a",
                "mailto:a@b.example",
                "javascript:alert(1)",
                "tag:a,2026:1",
                "http:",
                "http://",
                "http:///a",
                "http://a b/",
                "http://a_b..c/",
                "http://[::g]/",
                "ftp://a/",
                "http://a:port/",
                "urn:x",
                "http://%61/",
                "http://é@a.example/"
            })
    void whatLeadsNowhereIsNoAddress(String text) {
        assertThat(Links.absolute(text)).isEmpty();
    }

    @Test
    void anyTextIsAnAddressOrNone() {
        String letters = "ahtp:/?#[]@%.\\ \u00e9\u0634\u65b0\uD83D-_2<\"";
        Seeded.run(2000, random -> {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "http://" : "");
            random.ints(random.nextInt(20), 0, letters.length()).forEach(i -> text.append(letters.charAt(i)));
            Links.resolve(BASE, text.toString()).ifPresent(address -> {
                assertThat(address.getHost()).isNotEmpty();
                assertThat(address.toString()).matches("https?://[\\x21-\\x7e]+");
            });
        });
    }
}
