package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.marian.InstalledModel;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.ModelKey;
import org.polywire.model.Fitness;
import org.polywire.model.Reason;
import org.polywire.model.SentencePair;
import org.polywire.testkit.SyntheticMarian;
import org.polywire.testkit.SyntheticMarian.Shape;
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.Passage.Run;

/** With models of random weights, which end at once or never: what they say is nonsense, that they are asked rightly is not. */
class FirefoxTranslationsTest {
    private static final int WORDS = 1000;

    @TempDir
    Path folder;

    @BeforeEach
    void install() throws IOException {
        try (Marian marian = marian()) {
            marian.install(new ModelKey("es", "en"), files(1));
            marian.install(new ModelKey("en", "fr"), files(2));
        }
    }

    private Marian marian() {
        return new Marian(MarianConfig.of(folder.resolve("models")));
    }

    private Path files(long seed) throws IOException {
        Path files = Files.createDirectories(folder.resolve("files" + seed));
        Files.write(files.resolve("model.bin"), SyntheticMarian.model(Shape.MICRO, WORDS, 0, seed));
        Files.write(files.resolve("lex.bin"), SyntheticMarian.shortlist(WORDS, WORDS, seed));
        Files.write(files.resolve("vocab.spm"), SyntheticMarian.vocabulary(WORDS, seed));
        return files;
    }

    private static EnginePair pair(Engine engine, String code) {
        return engine.pairs().stream()
                .filter(pair -> pair.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Passage passage() {
        return new Passage(
                List.of(
                        List.of(Run.free("Llueve ", 0), Run.free("en el puerto", 7), Run.free(".", 0)),
                        List.of(new Run("https://example.org", 0, "https://example.org"))),
                Set.of("puerto"));
    }

    private static List<Answer.Sentences> translate(Engine engine, String code, Passage... passages) {
        return engine.translate(pair(engine, code), List.of(passages)).stream()
                .map(Answer.Sentences.class::cast)
                .toList();
    }

    @Test
    void whatIsInstalledLaterIsUsedOnceTheEngineLooksAgain() throws IOException {
        try (Engine engine = new FirefoxTranslations(marian());
                Marian marian = marian()) {
            marian.install(new ModelKey("en", "ru"), files(3));
            assertThat(engine.pairs()).extracting(EnginePair::code).doesNotContain("en-ru");
            engine.renew();
            assertThat(translate(engine, "en-ru", passage())).hasSize(1);
        }
    }

    @Test
    void installedModelsAreOffered() {
        try (Engine engine = new FirefoxTranslations(marian())) {
            assertThat(engine.pairs()).extracting(EnginePair::code).containsExactly("en-fr", "es-en");
            assertThat(pair(engine, "es-en").fitness()).isEqualTo(Fitness.NEWS);
            assertThat(pair(engine, "es-en").version()).isEqualTo("tiny local");
        }
    }

    @Test
    void withoutModelsNothingIsOffered() {
        try (Engine engine = new FirefoxTranslations(new Marian(MarianConfig.of(folder.resolve("nowhere"))))) {
            assertThat(engine.pairs()).isEmpty();
        }
    }

    @Test
    void everySentenceIsAnsweredWithWordsThatCarryTheirMarks() {
        Passage other = new Passage(List.of(List.of(Run.free("Nieva.", 3))), Set.of());
        try (Engine engine = new FirefoxTranslations(marian())) {
            List<Answer.Sentences> answers = translate(engine, "es-en", passage(), other);
            assertThat(answers).extracting(answer -> answer.sentences().size()).containsExactly(2, 1);
            assertThat(answers.getFirst().sentences().getFirst().words())
                    .isNotEmpty()
                    .allSatisfy(word -> assertThat(word.marks()).isNotEmpty().isSubsetOf(0, 7));
            assertThat(answers.getLast().sentences().getFirst().words())
                    .isNotEmpty()
                    .allSatisfy(word -> assertThat(word.marks()).containsExactly(3));
        }
    }

    @Test
    void whatGoesWrongIsTold() {
        try (Engine engine = new FirefoxTranslations(marian())) {
            assertThat(translate(engine, "es-en", passage()).getFirst().faults())
                    .contains(SentencePair.BROKEN_OFF);
        }
    }

    @Test
    void aClosedEngineTranslatesNoMore() {
        Engine engine = new FirefoxTranslations(marian());
        EnginePair pair = pair(engine, "es-en");
        engine.close();
        assertThat(engine.translate(pair, List.of(passage(), passage())))
                .hasSize(2)
                .hasOnlyElementsOfType(Answer.Failed.class);
    }

    @Test
    void aModelThatNeverEndsDoesNotPassItsTest() {
        try (Engine engine = new FirefoxTranslations(marian())) {
            EnginePair tested = engine.prepare(pair(engine, "es-en"));
            assertThat(tested.selfTest()).isEqualTo(SelfTest.FAILED);
            assertThat(pair(engine, "es-en").selfTest()).isEqualTo(SelfTest.FAILED);
        }
    }

    @Test
    void aModelWhoseFilesWereSpoiltIsNotUsed() throws IOException {
        try (Marian marian = marian()) {
            for (InstalledModel model : marian.installed()) {
                Files.write(model.folder().resolve("model.bin"), new byte[] {1, 2, 3});
            }
        }
        try (Engine engine = new FirefoxTranslations(marian())) {
            assertThat(engine.prepare(pair(engine, "es-en")).detail()).contains("BAD_MODEL");
            assertThat(engine.translate(pair(engine, "es-en"), List.of(passage())))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Reason.ENGINE_FAILED));
        }
    }
}
