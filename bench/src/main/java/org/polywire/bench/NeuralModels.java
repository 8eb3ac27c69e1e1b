package org.polywire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.ModelKey;
import org.polywire.testkit.SyntheticMarian;
import org.polywire.testkit.SyntheticMarian.Shape;

/** Models of random weights in the published sizes that come to an end as trained ones do. */
final class NeuralModels {
    static final String FILES = "files";
    static final String WEIGHTS = "model.bin";
    static final String SHORTLIST = "lex.bin";
    static final String VOCABULARY = "vocab.spm";
    static final String SENTENCES = "sentences";

    private static final long SEED = 1;

    private NeuralModels() {}

    /** Writes the files of a model and its sentences, and installs it for the pairs given. */
    static Path install(Path folder, Shape shape, NeuralMaterial material, String... pairs) throws IOException {
        Path files = Files.createDirectories(folder.resolve(FILES));
        Files.write(
                files.resolve(WEIGHTS), SyntheticMarian.endingModel(shape, NeuralMaterial.WORDS, balance(shape), SEED));
        Files.write(files.resolve(SHORTLIST), material.shortlist());
        Files.write(files.resolve(VOCABULARY), material.vocabulary());
        Files.write(folder.resolve(SENTENCES), material.sentences());
        Path models = folder.resolve("models");
        try (Marian marian = new Marian(MarianConfig.of(models))) {
            for (String pair : pairs) {
                marian.install(ModelKey.parse(pair).orElseThrow(), files);
            }
        }
        return models;
    }

    /** Found by trial: with these a translation of news has about 1.1 times as many tokens as its source. */
    private static double balance(Shape shape) {
        return switch (shape) {
            case LEAST, MICRO, BASE -> 1;
            case TINY -> 1.6;
            case BASE_MEMORY -> 0.6;
        };
    }
}
