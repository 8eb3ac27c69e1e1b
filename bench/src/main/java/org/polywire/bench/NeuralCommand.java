package org.polywire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polywire.app.PolywireCommand;
import org.polywire.marian.Arithmetic;
import org.polywire.marian.Backend;
import org.polywire.marian.InstalledModel;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.MarianModel;
import org.polywire.marian.ModelKey;
import org.polywire.marian.TranslatedSentence;
import org.polywire.testkit.SyntheticMarian;
import org.polywire.testkit.SyntheticMarian.Shape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast neural models run, by the time of the processor, so that a busy machine counts less. */
@Command(
        name = "neural",
        description =
                "Translates made-up sentences with models of random weights in the published sizes and says how many words a"
                        + " core translates in a second of its own time. Such models never come to an end, so that each"
                        + " translation has twice as many words as its source; real ones do half of that work.",
        footer = {"", "Example: ./polywire bench neural --sentences 50 --shape tiny"})
final class NeuralCommand extends PolywireCommand {
    private static final int WORDS = 32_000;
    private static final int LEAST_WORDS = 6;
    private static final int MORE_WORDS = 24;
    private static final double NANOS = 1e9;

    @Option(names = "--sentences", description = "How many (default: ${DEFAULT-VALUE}).")
    private int count = 40;

    @Option(
            names = "--shape",
            split = ",",
            description = "Which sizes: ${COMPLETION-CANDIDATES} (default: tiny, base_memory and base).")
    private List<Shape> shapes = List.of(Shape.TINY, Shape.BASE_MEMORY, Shape.BASE);

    @Override
    public Integer call() {
        Path folder = temporary();
        try (Marian marian = new Marian(MarianConfig.of(folder.resolve("models")))) {
            for (Shape shape : shapes) {
                measure(marian, install(marian, folder, shape), shape);
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("polywire-neural");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InstalledModel install(Marian marian, Path folder, Shape shape) throws IOException {
        Path files = Files.createDirectories(folder.resolve(shape.name()));
        Files.write(files.resolve("model.bin"), SyntheticMarian.model(shape, WORDS, 0, 1));
        Files.write(files.resolve("lex.bin"), SyntheticMarian.shortlist(WORDS, WORDS, 1));
        Files.write(files.resolve("vocab.spm"), SyntheticMarian.vocabulary(WORDS, 1));
        return marian.install(new ModelKey("en", "es"), files);
    }

    private void measure(Marian marian, InstalledModel model, Shape shape) throws IOException {
        for (Backend backend : Backend.values()) {
            for (Arithmetic arithmetic : Arithmetic.values()) {
                if (backend == Backend.JAVA || Backend.best() == backend) {
                    long begin = processorTime();
                    try (MarianModel loaded = marian.load(model, backend, arithmetic)) {
                        double load = (processorTime() - begin) / NANOS;
                        say(shape, loaded, load);
                    }
                }
            }
        }
    }

    private void say(Shape shape, MarianModel model, double load) {
        List<String> sentences = sentences();
        model.translate(sentences);
        double batched = wordsPerSecond(sentences, () -> model.translate(sentences));
        double single = wordsPerSecond(
                sentences,
                () -> sentences.stream()
                        .map(sentence -> model.translate(List.of(sentence)).getFirst())
                        .toList());
        out().printf(
                        Locale.ROOT,
                        "%-11s %-34s loaded in %.2f s, %6.0f words/s in batches, %6.0f one by one%n",
                        shape.name().toLowerCase(Locale.ROOT),
                        model.engine(),
                        load,
                        batched,
                        single);
        out().flush();
    }

    /** Work whose time is taken. */
    private interface Work {
        List<TranslatedSentence> run();
    }

    private static double wordsPerSecond(List<String> sentences, Work work) {
        long words = sentences.stream()
                .mapToLong(sentence -> sentence.split(" ").length)
                .sum();
        long begin = processorTime();
        int done = work.run().size();
        return done == sentences.size() ? words * NANOS / (processorTime() - begin) : 0;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<String> sentences() {
        Random random = new Random(1);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sentences.add(IntStream.range(0, LEAST_WORDS + random.nextInt(MORE_WORDS))
                    .mapToObj(word -> random.ints(2 + random.nextInt(5), 'a', 'z' + 1)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining()))
                    .collect(Collectors.joining(" ", "", ".")));
        }
        return sentences;
    }
}
