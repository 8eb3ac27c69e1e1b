package org.polywire.story;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.polywire.model.SourceId;

/** A text that is compared with many, with what each of its marks weighs now: beside texts of its own source, and of others. */
final class Probe {
    private final Sketch sketch;
    private final SourceId source;
    private final double[][] weights;
    private final double[][] homeWeights;

    /**
     * @param rarities of the sketch's marks, by kind, in their order
     */
    Probe(Text text, Rarity[][] rarities) {
        sketch = text.sketch();
        source = text.source();
        weights = weights(rarities, Rarity::anywhere);
        homeWeights = weights(rarities, Rarity::atHome);
    }

    private static double[][] weights(Rarity[][] rarities, ToDoubleFunction<Rarity> weight) {
        return Arrays.stream(rarities)
                .map(kind -> Arrays.stream(kind).mapToDouble(weight).toArray())
                .toArray(double[][]::new);
    }

    Sketch sketch() {
        return sketch;
    }

    /** What the marks of a kind weigh beside another source's texts, in their order. */
    double[] weights(Mark kind) {
        return weights[kind.ordinal()];
    }

    /** The weight of the marks of a kind that another text has as well. */
    double shared(Text text, Mark kind) {
        double[] each = (text.source().equals(source) ? homeWeights : weights)[kind.ordinal()];
        int[] mine = sketch.marks(kind);
        int[] theirs = text.sketch().marks(kind);
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
}
