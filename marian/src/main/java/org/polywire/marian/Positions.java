package org.polywire.marian;

import org.polywire.marian.Weights.Embedding;

/**
 * Word vectors with their place in the sentence added (Vaswani et al., 2017, 3.5, in Marian's layout). Safe to share between
 * threads.
 */
final class Positions {
    private static final double BASE = 10_000;

    /** A translation has at most twice as many words as the longest part of a sentence with its end. */
    private static final int MOST = 2 * (Wrapping.LONGEST + 1);

    private final int width;
    private final float[] table;

    Positions(int width) {
        this.width = width;
        this.table = new float[MOST * width];
        int half = width / 2;
        float step = (float) -(Math.log(BASE) / (half - 1));
        for (int i = 0; i < half; i++) {
            float frequency = (float) Math.exp(i * step);
            for (int position = 0; position < MOST; position++) {
                float angle = position * frequency;
                table[position * width + i] = (float) Math.sin(angle);
                table[position * width + half + i] = (float) Math.cos(angle);
            }
        }
    }

    /** Writes a word's vector, scaled as the model was trained, with its place added. */
    void word(Embedding embedding, int word, int position, float[] out, int begin) {
        float unit = 1 / embedding.multiplier();
        float root = (float) Math.sqrt(width);
        byte[] values = embedding.values();
        int row = word * width;
        int place = position * width;
        for (int i = 0; i < width; i++) {
            out[begin + i] = values[row + i] * unit * root + table[place + i];
        }
    }

    /** Writes what stands before the first word. */
    void start(float[] out, int begin) {
        System.arraycopy(table, 0, out, begin, width);
    }
}
