package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.marian.InstalledModel;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.ModelKey;
import org.polywire.marian.ModelsException;
import org.polywire.testkit.SyntheticMarian;
import org.polywire.testkit.SyntheticMarian.Shape;

class LoadedModelsTest {
    private static final int WORDS = 1000;
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @TempDir
    Path folder;

    private Marian marian;
    private LoadedModels models;

    @BeforeEach
    void open() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.write(files.resolve("model.bin"), SyntheticMarian.model(Shape.MICRO, WORDS, 0, 1));
        Files.write(files.resolve("lex.bin"), SyntheticMarian.shortlist(WORDS, WORDS, 1));
        Files.write(files.resolve("vocab.spm"), SyntheticMarian.vocabulary(WORDS, 1));
        marian = new Marian(MarianConfig.of(folder.resolve("models")));
        InstalledModel model = marian.install(new ModelKey("es", "en"), files);
        models = new LoadedModels(code -> marian.load(model), 2, IDLE, now::get);
    }

    @AfterEach
    void close() {
        models.close();
        marian.close();
    }

    private void use(String code) throws ModelsException {
        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(models.translate(code, List.of("Llueve."))).hasSize(1);
    }

    @Test
    void oneThatNobodyUsesIsClosedAfterAWhile() throws ModelsException {
        use("a");
        now.updateAndGet(time -> time.plus(IDLE).minusMillis(1));
        models.closeIdle();
        assertThat(models.codes()).containsExactly("a");

        now.updateAndGet(time -> time.plusMillis(1));
        models.closeIdle();
        assertThat(models.codes()).isEmpty();
        use("a");
    }

    @Test
    void theOneThatWasNotUsedForLongestMakesRoom() throws ModelsException {
        use("a");
        use("b");
        use("a");
        use("c");
        assertThat(models.codes()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void whatIsClosedTranslatesNoMore() {
        models.close();
        assertThatThrownBy(() -> models.translate("a", List.of("Llueve."))).isInstanceOf(IllegalStateException.class);
    }
}
