package org.polywire.marian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.polywire.testkit.SyntheticMarian;
import org.polywire.testkit.SyntheticMarian.Shape;

/** The files behind the recorded numbers of {@link ParityTest}. */
final class SyntheticFiles {
    static final int WORDS = 1000;
    static final int LEAST_WORDS = 100;
    static final int TARGET_WORDS = 1000;
    static final long SEED = 40;

    private SyntheticFiles() {}

    /** The smallest that there can be: a model of some ten thousand bytes, a vocabulary and a shortlist of a few. */
    static MarianModel.Parts least() {
        return new MarianModel.Parts(
                SyntheticMarian.model(Shape.LEAST, LEAST_WORDS, 0, SEED),
                SyntheticMarian.shortlist(LEAST_WORDS, LEAST_WORDS, SEED),
                List.of(SyntheticMarian.vocabulary(LEAST_WORDS, SEED)));
    }

    static MarianModel.Parts micro(double endBias) {
        return new MarianModel.Parts(
                SyntheticMarian.model(Shape.MICRO, WORDS, endBias, SEED),
                SyntheticMarian.shortlist(WORDS, WORDS, SEED),
                List.of(SyntheticMarian.vocabulary(WORDS, SEED)));
    }

    static MarianModel.Parts split() {
        return new MarianModel.Parts(
                SyntheticMarian.splitModel(Shape.MICRO, WORDS, TARGET_WORDS, SEED),
                SyntheticMarian.shortlist(WORDS, TARGET_WORDS, SEED),
                List.of(SyntheticMarian.vocabulary(WORDS, SEED), SyntheticMarian.vocabulary(TARGET_WORDS, SEED + 1)));
    }

    /** Without alphas. The WebAssembly build refuses such models. */
    static MarianModel.Parts dynamic() {
        return new MarianModel.Parts(
                SyntheticMarian.modelWithoutAlphas(Shape.MICRO, WORDS, SEED),
                SyntheticMarian.shortlist(WORDS, WORDS, SEED),
                List.of(SyntheticMarian.vocabulary(WORDS, SEED)));
    }

    private static MarianModel.Parts of(Shape shape) {
        return new MarianModel.Parts(
                SyntheticMarian.model(shape, WORDS, 0, SEED),
                SyntheticMarian.shortlist(WORDS, WORDS, SEED),
                List.of(SyntheticMarian.vocabulary(WORDS, SEED)));
    }

    static MarianModel.Parts parts(String name) {
        return switch (name) {
            case "micro" -> micro(0);
            case "micro-end" -> micro(12.3);
            case "micro-split" -> split();
            case "micro-dynamic" -> dynamic();
            case "tiny" -> of(Shape.TINY);
            case "base" -> of(Shape.BASE);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Writes the files of a model into a folder, for the programs that the numbers come from. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (String name : List.of("micro", "micro-end", "micro-split", "micro-dynamic", "tiny", "base")) {
            MarianModel.Parts parts = parts(name);
            Files.write(folder.resolve(name + ".bin"), parts.model());
            Files.write(folder.resolve(name + ".lex"), parts.shortlist());
            Files.write(folder.resolve(name + ".src.spm"), parts.vocabularies().getFirst());
            Files.write(folder.resolve(name + ".trg.spm"), parts.vocabularies().getLast());
        }
    }
}
