package org.polywire.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.polywire.bench.NeuralBars.Way;
import org.polywire.bench.NeuralSpeed.Lengths;
import org.polywire.bench.NeuralSpeed.Question;
import org.polywire.marian.Backend;

/** A running {@link NeuralSpeed} of one engine and arithmetic, and the best of what it has measured. */
final class NeuralProcess implements AutoCloseable {
    private static final String VECTORS = "jdk.incubator.vector";

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final Path said;
    private final String engine;
    private final Lengths lengths;
    private double batched;
    private double single;
    private double scaling = Double.NaN;
    private double limit = Double.NaN;

    /**
     * Starts it and waits until it is warm.
     *
     * @param models what {@link NeuralModels#install} made
     * @throws IOException if it fails; the message holds what it said
     */
    NeuralProcess(Path models, Way way) throws IOException {
        said = models.resolveSibling("said-" + way.backend() + "-" + way.arithmetic());
        Path sentences = models.resolveSibling(NeuralModels.SENTENCES);
        List<String> arguments = List.of(
                models.toString(), way.backend().name(), way.arithmetic().name(), sentences.toString());
        process = JavaProcess.of(NeuralSpeed.class, options(way.backend()), arguments)
                .redirectError(said.toFile())
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
        engine = answer();
        double[] numbers = NeuralSpeed.numbers(answer());
        lengths = new Lengths(numbers[0], numbers[1], numbers[2]);
    }

    /** Java alone is measured as it is meant to be run, with vectors and the second compiler only ({@code docs/decisions/042}). */
    private static List<String> options(Backend backend) {
        boolean vectors =
                backend == Backend.JAVA && ModuleFinder.ofSystem().find(VECTORS).isPresent();
        return vectors
                ? List.of("--add-modules", VECTORS, "-XX:TieredStopAtLevel=4", "-XX:-TieredCompilation")
                : List.of();
    }

    /** The best counts: what else the machine does only ever makes it slower. */
    void measureSpeed() throws IOException {
        double[] numbers = ask(Question.SPEED);
        batched = Math.max(batched, numbers[0]);
        single = Math.max(single, numbers[1]);
    }

    void measureScaling() throws IOException {
        double[] numbers = ask(Question.SCALING);
        scaling = numbers[0];
        limit = numbers[1];
    }

    NeuralSpeed.Figures figures() {
        return new NeuralSpeed.Figures(engine, batched, single, scaling, limit, lengths);
    }

    private double[] ask(Question question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return NeuralSpeed.numbers(answer());
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(NeuralSpeed.ANSWER)) {
                return line.substring(NeuralSpeed.ANSWER.length());
            }
        }
        throw new IOException("measuring ended: " + Files.readString(said));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
