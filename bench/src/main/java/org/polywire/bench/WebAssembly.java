package org.polywire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The engine of browsers: Bergamot's WebAssembly build from npm, run by node. */
final class WebAssembly {
    private static final String PACKAGE = "node_modules/@browsermt/bergamot-translator";
    private static final String DRIVER = "webassembly.mjs";

    private final Path installed;
    private final Path folder;

    /**
     * @param npm the folder in which the package was installed
     * @param folder for temporary files
     */
    WebAssembly(Path npm, Path folder) {
        this.installed = npm.resolve(PACKAGE);
        this.folder = folder;
    }

    boolean installed() {
        return Files.exists(installed.resolve("translator.js"));
    }

    /**
     * What came of it.
     *
     * @param batched source words in a second of a core, an article at a time; {@code single} the same one by one
     * @param characters of the translation for each source word
     */
    record Figures(double batched, double single, double characters) {
        /**
         * Read and written in a second of a core.
         *
         * @param like another engine with the same model, whose tokens were counted
         */
        double tokens(NeuralSpeed.Figures like) {
            NeuralSpeed.Lengths lengths = like.lengths();
            return batched * (lengths.read() + characters * lengths.written() / lengths.characters());
        }
    }

    /**
     * @param model the folder of its files, as {@link NeuralModels} writes them
     * @throws IOException if node is not there or fails; the message holds what it said
     */
    Figures measure(Path model, List<String> sentences) throws IOException, InterruptedException {
        prepare();
        List<String> heaps = NeuralMaterial.articles(sentences).stream()
                .map(article -> String.join("\t", article))
                .toList();
        Path input = Files.write(folder.resolve("heaps"), heaps);
        Path output = folder.resolve("seconds");
        Path errors = folder.resolve("errors");
        Process node = new ProcessBuilder(
                        "node",
                        folder.resolve(DRIVER).toString(),
                        folder.resolve("package").toString(),
                        model.resolve(NeuralModels.WEIGHTS).toString(),
                        model.resolve(NeuralModels.SHORTLIST).toString(),
                        model.resolve(NeuralModels.VOCABULARY).toString())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        int code = node.waitFor();
        // The engine itself may say things before.
        List<String> said = Files.readAllLines(output);
        if (code != 0 || said.isEmpty()) {
            throw new IOException("node ended with " + code + ": " + Files.readString(errors));
        }
        double[] numbers = Arrays.stream(said.getLast().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double words = NeuralMaterial.words(sentences);
        return new Figures(words / numbers[0], numbers[1], numbers[2] / words);
    }

    /**
     * Copies the package and mends it: as it is published its worker does not load, as the package says {@code "type": "module"}
     * and the worker calls {@code require()}.
     */
    private void prepare() throws IOException {
        try (Stream<Path> files = Files.walk(installed)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve("package")
                        .resolve(installed.relativize(file).toString());
                if (Files.isRegularFile(file)) {
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
        Files.writeString(folder.resolve("package/worker/package.json"), "{\"type\": \"commonjs\"}\n");
        try (InputStream driver = Objects.requireNonNull(WebAssembly.class.getResourceAsStream("neural/" + DRIVER))) {
            Files.write(folder.resolve(DRIVER), driver.readAllBytes());
        }
    }
}
