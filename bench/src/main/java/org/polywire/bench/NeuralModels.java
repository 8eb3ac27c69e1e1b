package org.polywire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.ModelKey;
import org.polywire.testkit.SyntheticMarian;
import org.polywire.testkit.SyntheticMarian.Shape;

/** Models of random weights in the published sizes, and sentences for them. */
final class NeuralModels {
    static final String FILES = "files";
    static final String WEIGHTS = "model.bin";
    static final String SHORTLIST = "lex.bin";
    static final String VOCABULARY = "vocab.spm";

    private static final int WORDS = 32_000;
    private static final int LEAST_WORDS = 6;
    private static final int MORE_WORDS = 24;
    private static final int MOST_SYLLABLES = 4;

    private NeuralModels() {}

    /** Writes the files of a model and installs it for the pairs given. */
    static Path install(Path folder, Shape shape, String... pairs) throws IOException {
        Path files = Files.createDirectories(folder.resolve(FILES));
        Files.write(files.resolve(WEIGHTS), SyntheticMarian.model(shape, WORDS, 0, 1));
        Files.write(files.resolve(SHORTLIST), SyntheticMarian.shortlist(WORDS, WORDS, 1));
        Files.write(files.resolve(VOCABULARY), SyntheticMarian.vocabulary(WORDS, 1));
        Path models = folder.resolve("models");
        try (Marian marian = new Marian(MarianConfig.of(models))) {
            for (String pair : pairs) {
                marian.install(ModelKey.parse(pair).orElseThrow(), files);
            }
        }
        return models;
    }

    /** Of six to thirty words that the vocabulary can put together; the same each time. */
    static List<String> sentences(int count) {
        Random random = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(
                        i -> SyntheticMarian.sentence(LEAST_WORDS + random.nextInt(MORE_WORDS), MOST_SYLLABLES, random))
                .toList();
    }
}
