package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.polywire.gather.Loopback.capture;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.testkit.Seeded;

class SectionPageTest {
    private static final String PAGE = """
            <!DOCTYPE html><html lang="es"><head><title>El Faro – Economía</title></head><body>
            <nav><a href="/2026/11/20/nav">Lo que está en el menú</a></nav>
            <main>
            <a href="/economia/2026/11/20/puerto"><img src="x"></a>
            <h2><a href="/economia/2026/11/20/puerto#arriba">El puerto abre de noche</a></h2>
            <a href="https://www.elfaro.example/economia/el-puerto-sube-sus-precios">Suben los precios del puerto y la lonja</a>
            <a href="/economia/234567">港口今晚开放，市民可以前往参观新码头</a>
            <a href="/economia/987654">Leer más</a>
            <a href="/tag/2026/11/20/puerto">Todo lo que hay sobre el puerto</a>
            <a href="/quienes-somos">Quiénes somos y cómo trabajamos</a>
            <a href="https://otro.example/2026/11/20/cosa">Una noticia de otro periódico cualquiera</a>
            <a href="javascript:void(0)">No hace nada de nada</a>
            </main>
            <footer><a href="/2026/11/20/pie">Lo que está en el pie</a></footer></body></html>""";

    @Test
    void theLinksToArticlesAreItsItems() {
        Feed feed = (Feed) SectionPage.read(capture("https://elfaro.example/economia", "text/html", PAGE));
        assertThat(feed.title()).isEqualTo("El Faro – Economía");
        assertThat(feed.language()).isEqualTo("es");
        assertThat(feed.items())
                .extracting(Item::address)
                .containsExactly(
                        URI.create("https://elfaro.example/economia/2026/11/20/puerto"),
                        URI.create("https://www.elfaro.example/economia/el-puerto-sube-sus-precios"),
                        URI.create("https://elfaro.example/economia/234567"));
        assertThat(feed.items().getFirst().title()).isEqualTo("El puerto abre de noche");
    }

    @Test
    void aPageWithFewerThanThreeOfThemIsNone() {
        String page =
                "<a href='/2026/11/20/a'>El puerto abre de noche</a><a href='/about'>Quiénes somos en esta casa</a>";
        assertThat(SectionPage.read(capture("https://elfaro.example/", "text/html", page)))
                .isInstanceOf(NotAFeed.class);
    }

    @Test
    void noBytesDoHarm() {
        Seeded.run(100, random -> {
            byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 30; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> SectionPage.read(capture("https://elfaro.example/", "text/html", bytes)))
                    .doesNotThrowAnyException();
        });
    }
}
