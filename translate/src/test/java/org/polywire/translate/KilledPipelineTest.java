package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.polywire.translate.Passage.Run;

/** Any of Apertium's programs may die in the middle of a sentence. */
class KilledPipelineTest {
    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final List<String> SENTENCES =
            List.of("El perro come en la casa roja.", "La alcaldesa no dijo nada.", "El puerto abre el martes.");

    private static Passage passage() {
        return new Passage(
                SENTENCES.stream().map(text -> List.of(Run.free(text, 0))).toList(), Set.of());
    }

    /** {@code -Dkills=100} is the whole bar; each costs the start of a pipeline. */
    @Test
    void nothingIsLostAndNothingIsWrongWhenAProgramIsKilled() throws Exception {
        Random random = new Random(7);
        try (Apertium engine = Apertium.installed();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            List<EnginePair> pairs = engine.pairs().stream()
                    .filter(pair -> pair.code().equals("spa-cat"))
                    .toList();
            assumeTrue(!pairs.isEmpty(), "install Debian's apertium-spa-cat to run this test");
            List<Passage> work = List.of(passage(), passage());
            List<Answer> expected = engine.translate(pairs.getFirst(), work);
            for (int i = 0; i < KILLS; i++) {
                List<ProcessHandle> stages = engine.pipelines("spa-cat").stream()
                        .flatMap(pipeline ->
                                ProcessHandle.of(pipeline.number()).stream().flatMap(ProcessHandle::descendants))
                        .toList();
                Future<List<Answer>> answers = thread.submit(() -> engine.translate(pairs.getFirst(), work));
                if (!stages.isEmpty()) {
                    stages.get(random.nextInt(stages.size())).destroyForcibly();
                }
                assertThat(answers.get()).isEqualTo(expected);
            }
            assertThat(engine.pipelines("spa-cat")).isNotEmpty();
        }
    }
}
