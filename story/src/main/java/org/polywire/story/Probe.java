package org.polywire.story;

import java.util.Arrays;

/** A sketch that is compared with many, with what each of its marks weighs now. */
final class Probe {
    private final Sketch sketch;
    private final double[][] weights;

    private Probe(Sketch sketch, double[][] weights) {
        this.sketch = sketch;
        this.weights = weights;
    }

    Sketch sketch() {
        return sketch;
    }

    /** What the marks of a kind weigh, in their order. */
    double[] weights(Mark kind) {
        return weights[kind.ordinal()];
    }

    static Probe of(Sketch sketch, Index index) {
        double[][] weights = new double[Mark.values().length][];
        for (Mark kind : Mark.values()) {
            weights[kind.ordinal()] = Arrays.stream(sketch.marks(kind))
                    .mapToDouble(mark -> index.weight(kind, mark))
                    .toArray();
        }
        return new Probe(sketch, weights);
    }

    /** The weight of the marks of a kind that another sketch has as well. */
    double shared(Sketch other, Mark kind) {
        int[] mine = sketch.marks(kind);
        int[] theirs = other.marks(kind);
        double shared = 0;
        int j = 0;
        for (int i = 0; i < mine.length && j < theirs.length; i++) {
            while (j < theirs.length && theirs[j] < mine[i]) {
                j++;
            }
            if (j < theirs.length && theirs[j] == mine[i]) {
                shared += weights(kind)[i];
            }
        }
        return shared;
    }
}
