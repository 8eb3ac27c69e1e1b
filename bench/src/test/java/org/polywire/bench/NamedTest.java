package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedTest {
    /** Lines of each article; a name is drawn from lines that are at least this far away. */
    private static final int LINES = 200;

    @TempDir
    Path folder;

    private ParallelText text;

    @BeforeEach
    void corpus() throws IOException {
        Files.writeString(folder.resolve("ntrex.documents.txt"), "one\n".repeat(LINES));
        Map<String, String> met = Map.of(
                "eng", "On Monday the Police met Willoughby in May.",
                "spa", "El lunes la policía habló con Willoughby en mayo.",
                "fra", "Lundi la police a vu Willoughby en mai.",
                "ita", "Lunedì la polizia ha visto Willoughby a maggio.",
                "nld", "Maandag sprak de politie met Willoughby in mei.");
        for (Map.Entry<String, String> language : met.entrySet()) {
            String later = language.getValue().replace("Willoughby", "Kavanaugh") + " police\n";
            Files.writeString(
                    folder.resolve("ntrex." + language.getKey() + ".txt"),
                    language.getValue() + "\n" + later.repeat(LINES - 1));
        }
        text = new ParallelText(folder);
    }

    @Test
    void ofWordsWithACapitalOnlyANameIsExchangedAndOnlyForAName() {
        Mutation.Line line = Mutation.Line.of(text, "es", "en", 0);
        for (int seed = 0; seed < 20; seed++) {
            Optional<String> swapped = Mutation.NAME_SWAPPED.plant(line, new Random(seed));
            assertThat(swapped).hasValue("On Monday the Police met Kavanaugh in May.");
        }
    }
}
