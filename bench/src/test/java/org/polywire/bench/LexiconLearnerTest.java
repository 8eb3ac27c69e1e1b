package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.polywire.check.Lexicon;

class LexiconLearnerTest {
    private static final List<String> GERMAN = List.of(
            "das rote Haus", "ein rotes Auto", "das alte Haus", "ein altes Auto", "das Haus brennt", "ein Auto brennt");
    private static final List<String> ENGLISH =
            List.of("the red house", "a red car", "the old house", "an old car", "the house burns", "a car burns");

    @Test
    void wordsThatComeTogetherAreTakenForTranslations() {
        Lexicon lexicon = learned();
        assertThat(Objects.requireNonNull(lexicon.entries().get("haus")).english())
                .first()
                .isEqualTo("house");
        assertThat(Objects.requireNonNull(lexicon.entries().get("auto")).english())
                .first()
                .isEqualTo("car");
        assertThat(Objects.requireNonNull(lexicon.entries().get("brenn")).english())
                .first()
                .isEqualTo("burns");
    }

    @Test
    void theFileReadsBackAsItWasWritten() {
        String lines = LexiconLearner.lines(learned());
        assertThat(LexiconLearner.lines(Lexicon.read(lines.lines()))).isEqualTo(lines);
        assertThat(LexiconLearner.lines(learned())).isEqualTo(lines);
    }

    private static Lexicon learned() {
        LexiconLearner learner = new LexiconLearner();
        learner.add("de", GERMAN, ENGLISH);
        return learner.learn();
    }
}
