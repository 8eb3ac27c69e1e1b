package org.polywire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.app.PolywireCommand;
import org.polywire.bench.NeuralBars.Way;
import org.polywire.marian.Arithmetic;
import org.polywire.marian.Backend;
import org.polywire.testkit.SyntheticMarian.Shape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast neural models run, by the time of the processor, so that a busy machine counts less. */
@Command(
        name = "neural",
        description = {
            "Translates sentences with models of random weights in the published sizes and says how many words a core translates in"
                    + " a second of its own time, an article at a time and one sentence at a time, and how many tokens it reads and"
                    + " writes: in 8 bits and in single precision, with ONNX Runtime and in Java alone, beside the engine of"
                    + " browsers where it is installed. What comes out is nonsense, but ends at a length as of a true translation.",
            "Then: how much two cores do, how long a start takes until the first translation, and the memory of a model."
                    + " Exits 0 only if no bar is missed; the bars are for tiny and compare tokens."
        },
        footer = {
            "",
            "The engine of browsers, once: npm install --prefix bergamot @browsermt/bergamot-translator@0.4.9",
            "Example: ./polywire bench neural --shape tiny --webassembly bergamot"
        })
final class NeuralCommand extends PolywireCommand {
    private static final String LINE = "%-12s %-36s %8s %8s %8s %8s %6s%n";
    private static final int TURNS = 6;
    private static final int STARTS = 3;

    /** After so many seconds there is no further turn. */
    private static final double PATIENCE = 120;

    /** Larger models take more time for a word; they get every second sentence. */
    private static final int FEWER = 2;

    @Option(
            names = "--sentences",
            description = "How many for tiny, half as many for others (default: ${DEFAULT-VALUE}).")
    private int count = 200;

    @Option(
            names = "--corpora",
            paramLabel = "DIR",
            description =
                    "The folder with translation/newstest2013.en.txt and marian/vocab.deen.spm.gz; without it everything is"
                            + " made up (default: ${DEFAULT-VALUE}).")
    private Path corpora = Path.of("../shared/corpora");

    @Option(
            names = "--shape",
            split = ",",
            description =
                    "Which sizes: ${COMPLETION-CANDIDATES} (default: tiny, base_memory and base). The bars are for tiny.")
    private List<Shape> shapes = List.of(Shape.TINY, Shape.BASE_MEMORY, Shape.BASE);

    @Option(
            names = "--webassembly",
            paramLabel = "FOLDER",
            description = "Where the engine of browsers was installed with npm; needs node. Default: this folder.")
    private Path npm = Path.of("");

    private final NeuralBars bars = new NeuralBars();

    @Override
    public Integer call() throws IOException, InterruptedException {
        NeuralMaterial material = NeuralMaterial.of(corpora, count);
        out().println("Sentences: " + material.sentences().size() + ", " + material.what());
        out().printf(Locale.ROOT, LINE, "", "", "words", "tokens", "words", "", "two");
        out().printf(Locale.ROOT, LINE, "MODEL", "ENGINE", "article", "article", "single", "out/in", "cores");
        for (Shape shape : shapes) {
            Path folder = Files.createTempDirectory("polywire-neural");
            try {
                measure(folder, shape, shape == Shape.TINY ? material : material.first(count / FEWER));
            } finally {
                Folders.delete(folder);
            }
        }
        out().println();
        bars.lines().forEach(out()::println);
        return bars.hold() ? 0 : 1;
    }

    private void measure(Path folder, Shape shape, NeuralMaterial material) throws IOException, InterruptedException {
        Path models = NeuralModels.install(folder, shape, material, "en-es", "es-en", "en-fr", "fr-en");
        Map<Way, NeuralSpeed.Figures> figures = figures(models);
        figures.values().forEach(one -> say(shape, one));
        Optional<WebAssembly.Figures> webAssembly = webAssembly(folder, material.sentences());
        NeuralSpeed.Figures like = figures.values().iterator().next();
        webAssembly.ifPresent(one -> say(shape, one, like));
        if (shape == Shape.TINY) {
            bars.speed(figures, webAssembly);
            bars.start(start(models));
        }
    }

    /** All at once, so that they take turns. */
    private static Map<Way, NeuralSpeed.Figures> figures(Path models) throws IOException {
        Map<Way, NeuralProcess> running = new LinkedHashMap<>();
        try {
            for (Way way : ways()) {
                running.put(way, new NeuralProcess(models, way));
            }
            long begin = System.nanoTime();
            for (int turn = 0; turn < TURNS && seconds(begin) < PATIENCE; turn++) {
                for (NeuralProcess one : running.values()) {
                    one.measureSpeed();
                }
            }
            Objects.requireNonNull(running.get(new Way(Backend.best(), Arithmetic.INT_8)))
                    .measureScaling();
            Map<Way, NeuralSpeed.Figures> figures = new LinkedHashMap<>();
            running.forEach((way, one) -> figures.put(way, one.figures()));
            return figures;
        } finally {
            running.values().forEach(NeuralProcess::close);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<Way> ways() {
        return Stream.of(Backend.values())
                .filter(backend -> backend == Backend.JAVA || backend == Backend.best())
                .flatMap(backend -> Stream.of(Arithmetic.values()).map(arithmetic -> new Way(backend, arithmetic)))
                .toList();
    }

    private void say(Shape shape, NeuralSpeed.Figures one) {
        NeuralSpeed.Lengths lengths = one.lengths();
        double length = lengths.written() / lengths.read();
        say(shape, one.engine(), one.batched(), one.tokens(), one.single(), length, one.scaling());
    }

    private void say(Shape shape, WebAssembly.Figures one, NeuralSpeed.Figures like) {
        NeuralSpeed.Lengths lengths = like.lengths();
        double length = one.characters() * lengths.written() / lengths.characters() / lengths.read();
        say(shape, "WebAssembly (node)", one.batched(), one.tokens(like), one.single(), length, Double.NaN);
    }

    private void say(
            Shape shape, String engine, double batched, double tokens, double single, double length, double scaling) {
        out().printf(
                        Locale.ROOT,
                        LINE,
                        shape.name().toLowerCase(Locale.ROOT),
                        engine,
                        whole(batched),
                        whole(tokens),
                        whole(single),
                        hundredths(length),
                        Double.isNaN(scaling) ? "" : hundredths(scaling));
        out().flush();
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }

    private static String hundredths(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private Optional<WebAssembly.Figures> webAssembly(Path folder, List<String> sentences)
            throws IOException, InterruptedException {
        WebAssembly engine = new WebAssembly(npm.toAbsolutePath(), folder);
        return engine.installed()
                ? Optional.of(engine.measure(folder.resolve(NeuralModels.FILES), sentences))
                : Optional.empty();
    }

    /** The one in the middle of some. */
    private static NeuralStart.Figures start(Path models) throws IOException, InterruptedException {
        List<NeuralStart.Figures> figures = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            figures.add(NeuralStart.measure(models));
        }
        figures.sort(Comparator.comparingDouble(NeuralStart.Figures::seconds));
        return figures.get(STARTS / 2);
    }
}
