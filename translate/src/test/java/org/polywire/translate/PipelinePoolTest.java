package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.translate.PipelinePool.Limits;

class PipelinePoolTest {
    @TempDir
    private Path folder;

    private PipelinePool pool(String script, Duration least, Duration start, ScheduledExecutorService timer) {
        return new PipelinePool(script, folder, 1, timer, InstantSource.system(), new Limits(least, start));
    }

    @Test
    void theFirstAnswerMayTakeLonger() throws IOException {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
                PipelinePool pool = pool("sleep 0.3; exec cat", Duration.ofMillis(1), Duration.ofSeconds(20), timer)) {
            assertThat(pool.ask("hola")).isEqualTo("hola");
        }
    }

    @Test
    void whatFollowsAnAnswerUnaskedIsTheAnswerToNoRequest() {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
                PipelinePool pool = pool(
                        "printf 'hola[]\\0adeu[]\\0'; exec sleep 60",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        timer)) {
            assertThatThrownBy(() -> pool.ask("hola")).hasMessageContaining("nobody asked for");
        }
    }

    @Test
    void anAnswerIsReadToItsEndHoweverItIsCut() throws IOException {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
                PipelinePool pool = pool(
                        "while :; do head -c 1; sleep 0.01; done",
                        Duration.ofSeconds(9),
                        Duration.ofSeconds(20),
                        timer)) {
            assertThat(pool.ask("שלום 你好")).isEqualTo("שלום 你好");
        }
    }

    @Test
    void anAnswerThatNeverComesIsGivenUpTwice() throws IOException {
        Path starts = folder.resolve("starts");
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
                PipelinePool pool = pool(
                        "echo start >> " + starts + "; exec sleep 60",
                        Duration.ofMillis(100),
                        Duration.ofMillis(400),
                        timer)) {
            assertThatThrownBy(() -> pool.ask("hola")).isInstanceOf(Pipeline.SlowPipelineException.class);
            assertThat(Files.readAllLines(starts)).hasSize(2);
        }
    }

    @Test
    void aPoolThatIsRenewedStartsAnewAndNotBefore() throws IOException {
        Path starts = folder.resolve("starts");
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
                PipelinePool pool = pool(
                        "echo start >> " + starts + "; exec cat",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        timer)) {
            pool.ask("hola");
            pool.ask("hola");
            assertThat(Files.readAllLines(starts)).hasSize(1);
            pool.renew();
            assertThat(pool.ask("hola")).isEqualTo("hola");
            assertThat(Files.readAllLines(starts)).hasSize(2);
        }
    }
}
