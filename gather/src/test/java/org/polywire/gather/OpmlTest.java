package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polywire.gather.Opml.Outline;
import org.polywire.testkit.Seeded;

class OpmlTest {
    private static final String LIST = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <!DOCTYPE opml SYSTEM "http://10.0.0.1/opml.dtd">
            <opml version="1.1"><head><title>Mine</title></head><body>
            <outline text="News"><outline text="El Faro &amp; amigos" type="rss" XMLURL="https://elfaro.example/feed?a=1&amp;b=2"
              htmlUrl="https://elfaro.example/"/>
              <outline title="الميناء" xmlUrl="http://port.example/rss"/></outline>
            <outline text="El Faro &amp; amigos" xmlUrl="https://elfaro.example/feed?a=1&amp;b=2" htmlUrl="https://elfaro.example/"/>
            <outline type="Link" text="Sin canal" url="https://page.example/"/>
            <outline text="No feed" htmlUrl="https://other.example/"/><outline xmlUrl="file:///etc/passwd"/>
            </body></opml>""";

    @Test
    void feedsOfEveryGroupAreReadOnce() {
        assertThat(Opml.read(LIST.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new Outline(
                                "El Faro & amigos",
                                URI.create("https://elfaro.example/feed?a=1&b=2"),
                                Optional.of(URI.create("https://elfaro.example/")),
                                false),
                        new Outline("الميناء", URI.create("http://port.example/rss"), Optional.empty(), false),
                        new Outline("Sin canal", URI.create("https://page.example/"), Optional.empty(), true));
        assertThat(Opml.isOpml(LIST.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(Opml.isOpml("<rss/>".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        List<Outline> list = List.of(
                new Outline("A \"B\" <C> & नमस्ते", URI.create("https://a.example/f?x=1&y=2"), Optional.empty(), false),
                new Outline("", URI.create("http://b.example/"), Optional.of(URI.create("http://b.example/'")), false),
                new Outline("Página", URI.create("http://c.example/"), Optional.empty(), true));
        assertThat(Opml.read(Opml.write("Ours & theirs", list).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(list);
    }

    @Test
    void noBytesDoHarm() {
        Seeded.run(100, random -> {
            byte[] bytes = LIST.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 20; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> Opml.read(bytes)).doesNotThrowAnyException();
        });
    }
}
