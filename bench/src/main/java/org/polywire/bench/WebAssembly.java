package org.polywire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Source words in a second of a core: all sentences at once, and one by one. */
    record Figures(double batched, double single) {}

    /**
     * @param model the folder of its files, as {@link NeuralModels} writes them
     * @throws IOException if node is not there or fails; the message holds what it said
     */
    Figures measure(Path model, List<String> sentences) throws IOException, InterruptedException {
        prepare();
        Path input = Files.write(folder.resolve("sentences"), sentences);
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
        String[] seconds = said.getLast().split(" ");
        double words = String.join(" ", sentences).split(" ").length;
        return new Figures(words / Double.parseDouble(seconds[0]), words / Double.parseDouble(seconds[1]));
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
