package org.polywire.bench;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final String VECTORS = "jdk.incubator.vector";

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
        Map<Way, NeuralSpeed.Figures> figures = new LinkedHashMap<>();
        for (Backend backend : Backend.values()) {
            for (Arithmetic arithmetic : Arithmetic.values()) {
                if (backend == Backend.JAVA || backend == Backend.best()) {
                    NeuralSpeed.Figures one = speed(models, backend, arithmetic);
                    figures.put(new Way(backend, arithmetic), one);
                    say(
                            shape,
                            one.engine(),
                            one.batched(),
                            one.tokens(),
                            one.single(),
                            one.written() / one.read(),
                            one.scaling());
                }
            }
        }
        Optional<WebAssembly.Figures> webAssembly = webAssembly(folder, material.sentences());
        NeuralSpeed.Figures like = figures.values().iterator().next();
        webAssembly.ifPresent(one -> say(
                shape,
                "WebAssembly (node)",
                one.batched(),
                one.tokens(like),
                one.single(),
                one.characters() * like.written() / like.characters() / like.read(),
                Double.NaN));
        if (shape == Shape.TINY) {
            bars.speed(figures, webAssembly);
            bars.start(start(models));
        }
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

    /** Java alone is measured as it is meant to be run: with vectors and the second compiler only ({@code docs/decisions/042}). */
    private NeuralSpeed.Figures speed(Path models, Backend backend, Arithmetic arithmetic)
            throws IOException, InterruptedException {
        boolean vectors =
                backend == Backend.JAVA && ModuleFinder.ofSystem().find(VECTORS).isPresent();
        List<String> options = vectors
                ? List.of("--add-modules", VECTORS, "-XX:TieredStopAtLevel=4", "-XX:-TieredCompilation")
                : List.of();
        Path found = models.resolveSibling("speed");
        Path sentences = models.resolveSibling(NeuralModels.SENTENCES);
        run(NeuralSpeed.class, options, models, found, backend.name(), arithmetic.name(), sentences.toString());
        return NeuralSpeed.Figures.read(found);
    }

    private Optional<WebAssembly.Figures> webAssembly(Path folder, List<String> sentences)
            throws IOException, InterruptedException {
        WebAssembly engine = new WebAssembly(npm.toAbsolutePath(), folder);
        return engine.installed()
                ? Optional.of(engine.measure(folder.resolve(NeuralModels.FILES), sentences))
                : Optional.empty();
    }

    private NeuralStart.Figures start(Path models) throws IOException, InterruptedException {
        Path found = models.resolveSibling("start");
        run(
                NeuralStart.class,
                List.of(),
                models,
                found,
                "" + InstantSource.system().millis());
        return NeuralStart.Figures.read(found);
    }

    private static void run(Class<?> main, List<String> options, Path models, Path found, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(models.toString(), found.toString()));
        arguments.addAll(List.of(more));
        Path said = models.resolveSibling("said");
        Process child = JavaProcess.of(main, options, arguments)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = child.waitFor();
        if (code != 0) {
            throw new IOException("measuring ended with " + code + ": " + Files.readString(said));
        }
    }
}
