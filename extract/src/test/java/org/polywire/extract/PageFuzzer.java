package org.polywire.extract;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.Outlet;

/**
 * The target of Jazzer ({@code mvn -Pfuzz}, see the module's README): any bytes at all have an outcome.
 *
 * <p>What it finds belongs into {@code src/test/resources/fuzz}, which {@link FuzzCorpusTest} replays in every build.
 */
public final class PageFuzzer {
    private static final URI ADDRESS = URI.create("https://paper.example/2026/11/bridge");
    private static final Extractor EXTRACTOR = new Extractor(LanguageIdentifier.load());

    private PageFuzzer() {}

    /** By this name Jazzer calls it first: what is loaded once must not count as the time of the first page. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("<title>Bridge</title><p>The bridge is open again.</p>".getBytes(StandardCharsets.UTF_8));
    }

    /** By this name Jazzer calls it. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Capture page = new Capture(
                ADDRESS, ADDRESS, new Headers(Map.of()), Bytes.copyOf(bytes), Instant.parse("2026-11-27T00:00:00Z"));
        EXTRACTOR.extract(page, new Outlet("The Paper", ADDRESS.resolve("/")));
        EXTRACTOR.survey(page);
    }
}
