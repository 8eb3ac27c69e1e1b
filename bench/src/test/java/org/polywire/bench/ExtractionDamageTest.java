package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.extract.Extractor;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;

/** A small part of {@code ./polywire bench extraction --damage}, on pages of our own. */
class ExtractionDamageTest {
    private static final URI ADDRESS = URI.create("https://paper.example/2026/11/bridge");

    @ParameterizedTest
    @ValueSource(strings = {"arabic", "broken", "hebrew", "japanese", "structures", "teasers"})
    void noDamagedPageMakesTheExtractorThrow(String name) throws IOException {
        Path file = Path.of(System.getenv().getOrDefault("POLYWIRE_REPOSITORY", ".."))
                .resolve("extract/src/test/resources/pages")
                .resolve(name + ".html");
        Capture page = new Capture(
                ADDRESS,
                ADDRESS,
                new Headers(Map.of()),
                Bytes.copyOf(Files.readAllBytes(file)),
                Instant.parse("2026-11-27T00:00:00Z"));
        Extractor extractor = new Extractor(LanguageIdentifier.load());
        Damage.Result result =
                Damage.of(name, page, 60, 40, new Random(7), capture -> ExtractionDamage.read(extractor, capture));
        assertThat(result.readings()).isEqualTo(100);
        assertThat(result.thrown()).isEmpty();
    }
}
