package org.polywire.bench;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polywire.marian.Arithmetic;
import org.polywire.marian.Backend;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.MarianModel;
import org.polywire.marian.TranslatedSentence;

/**
 * How fast one engine runs one model, in a process of its own, so that each engine has the options of the Java machine that it is
 * meant to be run with. The process measures when it is asked to, so that engines take turns: a neighbour who slows the machine for
 * a minute slows them all.
 *
 * <p>Arguments: the models' folder, the engine, the arithmetic, the file of sentences. Says what it is, and then answers each
 * {@link Question} that it reads with a line of numbers, until the questions end.
 */
final class NeuralSpeed {
    /** Begins each line that is an answer; what Java itself may say has none. */
    static final String ANSWER = "= ";

    /** For so many seconds the compiler gets to know the code before anything is measured. */
    private static final double WARMING = 6;

    /** One of so many sentences is also translated by itself. */
    private static final int SINGLE = 4;

    private static final double NANOS = 1e9;

    private final MarianModel model;
    private final List<String> sentences;
    private final List<List<String>> articles;
    private final List<List<String>> singles;
    private final PrintWriter answers =
            new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);

    private NeuralSpeed(MarianModel model, List<String> sentences) {
        this.model = model;
        this.sentences = sentences;
        this.articles = NeuralMaterial.articles(sentences);
        this.singles = IntStream.range(0, sentences.size())
                .filter(i -> i % SINGLE == 0)
                .mapToObj(i -> List.of(sentences.get(i)))
                .toList();
    }

    /** What the process can be asked. */
    enum Question {
        /** Source words in a second of the processor's time, an article at a time, and one sentence at a time. */
        SPEED,
        /** {@link Scaling#measure} of translating articles, and of a loop that shares nothing. */
        SCALING
    }

    /**
     * What came of it.
     *
     * @param engine as it calls itself
     * @param batched source words in a second of a core, an article at a time; {@code single} the same one by one
     * @param scaling how many times as much two threads do in the same time as one; {@code NaN} if the newsroom does not run it so
     * @param limit the same of a loop that shares nothing
     * @param lengths of what is read and written
     */
    record Figures(String engine, double batched, double single, double scaling, double limit, Lengths lengths) {
        /** Read and written in a second of a core. */
        double tokens() {
            return batched * (lengths.read() + lengths.written());
        }
    }

    /**
     * How long a source word is.
     *
     * @param read tokens for each source word; {@code written} the same of the translation
     * @param characters of the translation for each source word
     */
    record Lengths(double read, double written, double characters) {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Backend backend = Backend.valueOf(arguments[1]);
        Arithmetic arithmetic = Arithmetic.valueOf(arguments[2]);
        try (Marian marian = new Marian(MarianConfig.of(Path.of(arguments[0])));
                MarianModel model = marian.load(marian.installed().getFirst(), backend, arithmetic)) {
            new NeuralSpeed(model, Files.readAllLines(Path.of(arguments[3]))).serve();
        }
    }

    private void serve() throws IOException, InterruptedException, ExecutionException {
        List<TranslatedSentence> translated = warmed();
        say(model.engine());
        double words = NeuralMaterial.words(sentences);
        answer(
                sum(translated, one -> one.source().size()) / words,
                sum(translated, one -> one.target().size()) / words,
                sum(translated, one -> one.text().length()) / words);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            switch (Question.valueOf(line)) {
                case SPEED -> answer(wordsPerSecond(articles), wordsPerSecond(singles));
                case SCALING -> answer(Scaling.measure(units()), Scaling.limit());
            }
        }
    }

    private void answer(double... numbers) {
        say(Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" ")));
    }

    private void say(String answer) {
        answers.println(ANSWER + answer);
        answers.flush();
    }

    /** The numbers of an answer. */
    static double[] numbers(String answer) {
        return Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
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

    /** By the time of the processor, so that a busy machine counts less. */
    private double wordsPerSecond(List<List<String>> heaps) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        translate(heaps);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        return heaps.stream().mapToLong(NeuralMaterial::words).sum() * NANOS / spent;
    }

    private List<Runnable> units() {
        return articles.stream()
                .<Runnable>map(article -> () -> model.translate(article))
                .toList();
    }
}
