package org.polywire.story;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** A text that is compared with many, with what each of its marks weighs now: beside texts of its own source, its own language, and others. */
final class Probe {
    private final Text text;
    private final double[][] weights;
    private final double[][] languageWeights;
    private final double[][] homeWeights;

    /**
     * @param rarities of the sketch's marks, by kind, in their order
     */
    Probe(Text text, Rarity[][] rarities) {
        this.text = text;
        weights = weights(rarities, Rarity::anywhere);
        languageWeights = weights(rarities, Rarity::inLanguage);
        homeWeights = weights(rarities, Rarity::atHome);
    }

    private static double[][] weights(Rarity[][] rarities, ToDoubleFunction<Rarity> weight) {
        return Arrays.stream(rarities)
                .map(kind -> Arrays.stream(kind).mapToDouble(weight).toArray())
                .toArray(double[][]::new);
    }

    Text text() {
        return text;
    }

    Sketch sketch() {
        return text.sketch();
    }

    /** What the marks of a kind weigh beside texts of other languages, in their order. */
    double[] weights(Mark kind) {
        return weights[kind.ordinal()];
    }

    /** The weight of the marks of a kind that another text has as well. */
    double shared(Text other, Mark kind) {
        double[] each = weightsBeside(other)[kind.ordinal()];
        int[] mine = sketch().marks(kind);
        int[] theirs = other.sketch().marks(kind);
        double shared = 0;
        int j = 0;
        for (int i = 0; i < mine.length && j < theirs.length; i++) {
            while (j < theirs.length && theirs[j] < mine[i]) {
                j++;
            }
            if (j < theirs.length && theirs[j] == mine[i]) {
                shared += each[i];
            }
        }
        return shared;
    }

    private double[][] weightsBeside(Text other) {
        if (!other.language().sameLanguage(text.language())) {
            return weights;
        }
        return other.source().equals(text.source()) ? homeWeights : languageWeights;
    }
}
