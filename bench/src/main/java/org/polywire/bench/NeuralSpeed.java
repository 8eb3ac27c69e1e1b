package org.polywire.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.polywire.marian.Arithmetic;
import org.polywire.marian.Backend;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.MarianModel;
import org.polywire.marian.TranslatedSentence;

/**
 * How fast one engine runs one model, measured in a process of its own, so that each engine has the options of the Java machine
 * that it is meant to be run with.
 *
 * <p>Arguments: the models' folder, the file for what it found, the engine, the arithmetic, the file of sentences.
 */
final class NeuralSpeed {
    private static final int TURNS = 6;

    /** After so many seconds there is no further turn. */
    private static final double PATIENCE = 12;

    /** For so many seconds the compiler gets to know the code before anything is measured. */
    private static final double WARMING = 6;

    /** One of so many sentences is also translated by itself. */
    private static final int SINGLE = 4;

    private static final double NANOS = 1e9;

    private final MarianModel model;
    private final List<String> sentences;
    private final List<List<String>> articles;
    private final List<List<String>> singles;

    private NeuralSpeed(MarianModel model, List<String> sentences) {
        this.model = model;
        this.sentences = sentences;
        this.articles = NeuralMaterial.articles(sentences);
        this.singles = IntStream.range(0, sentences.size())
                .filter(i -> i % SINGLE == 0)
                .mapToObj(i -> List.of(sentences.get(i)))
                .toList();
    }

    /**
     * What came of it.
     *
     * @param engine as it calls itself
     * @param batched source words in a second of a core, an article at a time; {@code single} the same one by one
     * @param scaling how many times as much two threads do in the same time as one; {@code NaN} if the newsroom does not run it so
     * @param read tokens for each source word; {@code written} the same of the translation
     * @param characters of the translation for each source word
     */
    record Figures(
            String engine,
            double batched,
            double single,
            double scaling,
            double read,
            double written,
            double characters) {
        static Figures read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file);
            double[] numbers =
                    lines.stream().skip(1).mapToDouble(Double::parseDouble).toArray();
            return new Figures(
                    lines.getFirst(), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        }

        List<String> lines() {
            return List.of(engine, "" + batched, "" + single, "" + scaling, "" + read, "" + written, "" + characters);
        }

        /** Read and written in a second of a core. */
        double tokens() {
            return batched * (read + written);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Backend backend = Backend.valueOf(arguments[2]);
        Arithmetic arithmetic = Arithmetic.valueOf(arguments[3]);
        try (Marian marian = new Marian(MarianConfig.of(Path.of(arguments[0])));
                MarianModel model = marian.load(marian.installed().getFirst(), backend, arithmetic)) {
            NeuralSpeed speed = new NeuralSpeed(model, Files.readAllLines(Path.of(arguments[4])));
            boolean ours = backend == Backend.best() && arithmetic == Arithmetic.INT_8;
            Files.write(Path.of(arguments[1]), speed.figures(ours).lines());
        }
    }

    private Figures figures(boolean scaling) throws InterruptedException, ExecutionException {
        List<TranslatedSentence> translated = warmed();
        double batched = wordsPerSecond(articles);
        double single = wordsPerSecond(singles);
        double words = NeuralMaterial.words(sentences);
        return new Figures(
                model.engine(),
                batched,
                single,
                scaling ? scaling() : Double.NaN,
                sum(translated, one -> one.source().size()) / words,
                sum(translated, one -> one.target().size()) / words,
                sum(translated, one -> one.text().length()) / words);
    }

    private List<TranslatedSentence> warmed() {
        long begin = System.nanoTime();
        List<TranslatedSentence> translated = translate(articles);
        while ((System.nanoTime() - begin) / NANOS < WARMING) {
            translate(singles);
            translate(articles);
        }
        return translated;
    }

    private static double sum(List<TranslatedSentence> translated, ToIntFunction<TranslatedSentence> size) {
        return translated.stream().mapToInt(size).sum();
    }

    private List<TranslatedSentence> translate(List<List<String>> heaps) {
        return heaps.stream().flatMap(heap -> model.translate(heap).stream()).toList();
    }

    /** By the time of the processor, the best of some turns, so that a busy machine counts less. */
    private double wordsPerSecond(List<List<String>> heaps) {
        long begin = System.nanoTime();
        long best = Long.MAX_VALUE;
        for (int turn = 0; turn < TURNS && (System.nanoTime() - begin) / NANOS < PATIENCE; turn++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            translate(heaps);
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }
        long words = heaps.stream().mapToLong(NeuralMaterial::words).sum();
        return words * NANOS / best;
    }

    /** By the clock: what the two share, such as memory, shows only there. The threads live on from turn to turn, as a newsroom's do. */
    private double scaling() throws InterruptedException, ExecutionException {
        double one = Double.MAX_VALUE;
        double two = Double.MAX_VALUE;
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (int turn = 0; turn < TURNS; turn++) {
                one = Math.min(one, seconds(1, pool));
                two = Math.min(two, seconds(2, pool));
            }
        }
        return 2 * one / two;
    }

    private double seconds(int threads, ExecutorService pool) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(() -> translate(articles)));
        }
        for (Future<?> one : running) {
            one.get();
        }
        return (System.nanoTime() - begin) / NANOS;
    }
}
