package org.polywire.marian;

import java.util.ArrayList;
import java.util.List;

/** Which tokens of a source each token of a translation comes from: for each of them shares that add up to about one. */
public final class Alignment {
    private final float[][] shares;
    private final int sources;

    private Alignment(float[][] shares, int sources) {
        this.shares = shares;
        this.sources = sources;
    }

    /**
     * @param shares a row for each target token; not copied
     */
    static Alignment of(float[][] shares, int sources) {
        for (float[] row : shares) {
            if (row.length != sources) {
                throw new IllegalArgumentException(row.length + " shares for " + sources + " tokens");
            }
        }
        return new Alignment(shares, sources);
    }

    public int targets() {
        return shares.length;
    }

    public int sources() {
        return sources;
    }

    public double share(int target, int source) {
        return shares[target][source];
    }

    /** The source token with the greatest share; the first of several. */
    public int best(int target) {
        float[] row = shares[target];
        int best = 0;
        for (int i = 1; i < row.length; i++) {
            best = row[i] > row[best] ? i : best;
        }
        return best;
    }

    /** Parts of a sentence one after the other; they share nothing. */
    static Alignment joined(List<Alignment> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        int sources = parts.stream().mapToInt(Alignment::sources).sum();
        List<float[]> rows = new ArrayList<>();
        int before = 0;
        for (Alignment part : parts) {
            for (float[] row : part.shares) {
                float[] wide = new float[sources];
                System.arraycopy(row, 0, wide, before, row.length);
                rows.add(wide);
            }
            before += part.sources;
        }
        return new Alignment(rows.toArray(float[][]::new), sources);
    }

    /**
     * The way through a language between: {@code P(s|t) = Σ P(s|q) · P(q|t)}.
     *
     * @param first from the source to the language between
     * @param moved for each token of the target its shares among the first model's tokens of the language between
     */
    static Alignment through(Alignment first, float[][] moved) {
        float[][] shares = new float[moved.length][first.sources];
        for (int t = 0; t < moved.length; t++) {
            for (int q = 0; q < moved[t].length; q++) {
                for (int s = 0; s < first.sources; s++) {
                    shares[t][s] += moved[t][q] * first.shares[q][s];
                }
            }
        }
        return new Alignment(shares, first.sources);
    }
}
