package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
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
    void eachTextSaysWhichOfItsSentencesTookAnotherWay() {
        Published.write(folder, 1, (article, edition, number) -> {
            Translation text = Published.translation(article, edition, number);
            Leg leg = new Leg(text.from(), edition, "Second", "2");
            List<SentencePair> sentences = new ArrayList<>(text.sentences());
            sentences.set(1, sentences.get(1).by(new Route.Machine(List.of(leg))));
            return new Translation(text.article(), text.from(), text.route(), text.at(), sentences);
        });
        try (Archive archive = Archive.open(folder)) {
            Whereabouts where = archive.where(Published.id(1).value()).orElseThrow();
            assertThat(Routes.lines(where))
                    .anyMatch(line -> line.contains("by Apertium 3.8.3")
                            && line.contains("translated again after a check held them es to ca by Second 2: 1"));
            assertThat(Routes.json(where).at("/0/rerouted").asInt()).isEqualTo(1);
            assertThat(Routes.json(where).at("/0/otherLegs/0/engine").asString())
                    .isEqualTo("Second");
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
