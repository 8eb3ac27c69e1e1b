package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Whereabouts;

/** {@code where} says how each text came about. */
class RoutesTest {
    @TempDir
    Path folder;

    @Test
    void eachPublishedTextNamesItsLanguagesAndEngine() {
        Published.write(folder, 1);
        try (Archive archive = Archive.open(folder)) {
            Whereabouts where = archive.where(Published.id(1).value()).orElseThrow();
            assertThat(Routes.lines(where)).hasSize(2).allMatch(line -> line.contains("by Apertium 3.8.3"));
            assertThat(Routes.json(where).at("/0/legs/0/engine").asString()).isEqualTo("Apertium");
        }
    }

    @Test
    void eachTextSaysHowFitTheChecksFoundItsSentences() {
        Published.write(folder, 1);
        try (Archive archive = Archive.open(folder)) {
            Whereabouts where = archive.where(Published.id(1).value()).orElseThrow();
            assertThat(Routes.lines(where))
                    .allMatch(line -> line.contains("probably fit: 0.70 on average of 2 judged, least 0.50 at body.1"));
            assertThat(Routes.json(where).at("/0/fit/least").asDouble()).isEqualTo(0.5);
            assertThat(Routes.json(where).at("/0/scores/1/target").asString()).isEqualTo("Nou minuts de travessia.");
        }
    }
}
