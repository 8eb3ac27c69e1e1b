package org.polywire.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.polywire.marian.Arithmetic;
import org.polywire.marian.Backend;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.MarianModel;

/**
 * How fast one engine runs one model, measured in a process of its own, so that each engine has the options of the Java machine
 * that it is meant to be run with.
 *
 * <p>Arguments: the models' folder, the file for what it found, the engine, the arithmetic, how many sentences.
 */
final class NeuralSpeed {
    private static final int TURNS = 3;
    private static final double NANOS = 1e9;

    private final MarianModel model;
    private final List<String> sentences;
    private final long words;

    private NeuralSpeed(MarianModel model, List<String> sentences) {
        this.model = model;
        this.sentences = sentences;
        this.words = sentences.stream()
                .mapToLong(sentence -> sentence.split(" ").length)
                .sum();
    }

    /**
     * What came of it.
     *
     * @param engine as it calls itself
     * @param batched source words in a second of a core, all sentences at once; {@code single} the same one by one
     * @param scaling how many times as much two threads do in the same time as one; {@code NaN} if the newsroom does not run it so
     */
    record Figures(String engine, double batched, double single, double scaling) {
        static Figures read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file);
            return new Figures(lines.get(0), number(lines.get(1)), number(lines.get(2)), number(lines.get(3)));
        }

        private static double number(String line) {
            return Double.parseDouble(line);
        }

        List<String> lines() {
            return List.of(engine, "" + batched, "" + single, "" + scaling);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Backend backend = Backend.valueOf(arguments[2]);
        Arithmetic arithmetic = Arithmetic.valueOf(arguments[3]);
        try (Marian marian = new Marian(MarianConfig.of(Path.of(arguments[0])));
                MarianModel model = marian.load(marian.installed().getFirst(), backend, arithmetic)) {
            NeuralSpeed speed = new NeuralSpeed(model, NeuralModels.sentences(Integer.parseInt(arguments[4])));
            boolean ours = backend == Backend.best() && arithmetic == Arithmetic.INT_8;
            Files.write(Path.of(arguments[1]), speed.figures(ours).lines());
        }
    }

    private Figures figures(boolean scaling) throws InterruptedException, ExecutionException {
        together();
        oneByOne();
        double batched = wordsPerSecond(this::together);
        double single = wordsPerSecond(this::oneByOne);
        return new Figures(model.engine(), batched, single, scaling ? scaling() : Double.NaN);
    }

    private int together() {
        return model.translate(sentences).size();
    }

    private int oneByOne() {
        return sentences.stream()
                .mapToInt(sentence -> model.translate(List.of(sentence)).size())
                .sum();
    }

    /** By the time of the processor, the best of some turns, so that a busy machine counts less. */
    private double wordsPerSecond(Callable<Integer> work) {
        long best = Long.MAX_VALUE;
        for (int turn = 0; turn < TURNS; turn++) {
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            call(work);
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin);
        }
        return words * NANOS / best;
    }

    private void call(Callable<Integer> work) {
        try {
            if (work.call() != sentences.size()) {
                throw new IllegalStateException("a translation is missing");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the clock: what the two share, such as memory, shows only there. */
    private double scaling() throws InterruptedException, ExecutionException {
        double one = Double.MAX_VALUE;
        double two = Double.MAX_VALUE;
        for (int turn = 0; turn < TURNS; turn++) {
            one = Math.min(one, seconds(1));
            two = Math.min(two, seconds(2));
        }
        return 2 * one / two;
    }

    private double seconds(int threads) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long begin = System.nanoTime();
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(this::together));
            }
            for (Future<Integer> one : running) {
                one.get();
            }
            return (System.nanoTime() - begin) / NANOS;
        }
    }
}
