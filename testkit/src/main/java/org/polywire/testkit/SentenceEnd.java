package org.polywire.testkit;

import java.util.Arrays;

/**
 * Weights among the random ones of a {@link SyntheticMarian} that let its translations end at a length in proportion to their source's,
 * as those of trained models do.
 *
 * <p>How: three of the numbers that stand for a word are kept free of everything else. One carries its slow wave of the positions
 * through all layers; another, whose wave never leaves zero in a sentence, is what it is compared with, as every norm shifts both
 * alike. In the last layer of the decoder one head looks at all source words alike, so that it finds the middle of the source's
 * positions; the feed-forward layer adds the position of the word that is being written. What is greater decides the third number,
 * which is all that the end of the sentence looks at.
 */
final class SentenceEnd {
    /** The position's wave rises over 130 words. */
    private static final double WAVE = 0.012;

    /** What the wave is made stronger by, so that rounding to 8 bits leaves enough of it. */
    private static final float STRENGTH = 8;

    /** The size of a weight in deviations of the random ones around it; the greatest of those have four to five. */
    private static final double WEIGHT = 3;

    /** One inner number in so many carries the position. */
    private static final int INNER = 24;

    /** Offsets that keep sums from being rounded all in the same way. */
    private static final float STEP = 0.01f;

    /** The mean deviation of what comes to a norm: words with their positions, and what layers give. */
    private static final float FIRST = 1.9f;

    private static final float LATER = 1.1f;
    /** What speaks for the end from the first word on. */
    static final double BIAS = 2;

    private static final float SHARPNESS = 8;
    private static final int HEADS = 8;

    /** The third number: every matrix has its one great weight there, and the embedding has it for the end of the sentence. */
    private static final int END = 0;

    /** What that weight is multiplied with in other layers; it is kept at zero where it would drown the rest. */
    private static final int OUTLIER = 0;

    /** The weight beside the great one is always zero. */
    private static final int FIRST_READER = 2;

    private final int width;
    private final int inner;
    private final String memory;
    private final String last;
    private final double balance;
    private final int wave;
    private final int still;

    /**
     * @param encoders how many layers the encoder has, and {@code decoders} the decoder
     * @param balance the greater, the longer the translations
     */
    SentenceEnd(int width, int inner, int encoders, int decoders, double balance) {
        this.memory = "encoder_l" + encoders;
        this.width = width;
        this.inner = inner;
        this.last = "decoder_l" + decoders;
        this.balance = balance;
        this.still = width / 2 - 1;
        this.wave = (int) Math.round(still * Math.log(1 / WAVE) / Math.log(10_000));
    }

    /** Row after row, a word each: none has any of the three but the end of the sentence, which has nothing else. */
    void embedding(float[] values) {
        for (int row = 0; row < values.length; row += width) {
            values[row + wave] = 0;
            values[row + still] = 0;
            values[row + END] = 0;
        }
        Arrays.fill(values, 0, width, 0);
    }

    /** Column after column. */
    void matrix(String name, float[] values, int rows) {
        float weight = (float) (WEIGHT * Math.sqrt(2.0 / (rows + values.length / rows)));
        if (name.endsWith("_Wo") || name.endsWith("_W2") || name.endsWith("_rnn_W")) {
            fill(values, wave, rows, 0);
            fill(values, still, rows, 0);
        }
        int head = width - width / HEADS;
        switch (name.substring(name.startsWith(last) ? last.length() : 0)) {
            case "_context_Wq" -> Arrays.fill(values, head * rows, values.length, 0);
            case "_context_Wv" -> {
                fill(values, OUTLIER, rows, 0);
                readers(values, head, width, rows, weight);
            }
            case "_context_Wo" -> {
                fill(values, END, rows, 0);
                Arrays.fill(values, END * rows + head, (END + 1) * rows, -weight);
            }
            case "_ffn_W1" -> {
                fill(values, OUTLIER, rows, 0);
                readers(values, FIRST_READER, FIRST_READER + inner / INNER, rows, weight);
            }
            case "_ffn_W2" -> {
                fill(values, END, rows, 0);
                Arrays.fill(values, END * rows + FIRST_READER, END * rows + FIRST_READER + inner / INNER, (float)
                        (weight / balance));
            }
            default -> {}
        }
    }

    private static void fill(float[] values, int column, int rows, float value) {
        Arrays.fill(values, column * rows, (column + 1) * rows, value);
    }

    private void readers(float[] values, int first, int end, int rows, float weight) {
        for (int column = first; column < end; column++) {
            fill(values, column, rows, 0);
            values[column * rows + wave] = weight;
            values[column * rows + still] = -weight;
        }
    }

    void bias(String name, float[] values) {
        if (name.endsWith("_bo") || name.endsWith("_b2")) {
            values[wave] = 0;
            values[still] = 0;
        }
        int head = width - width / HEADS;
        int readers = inner / INNER;
        switch (name.substring(name.startsWith(last) ? last.length() : 0)) {
            case "_context_bq" -> Arrays.fill(values, head, width, 0);
            case "_context_bv" -> {
                values[OUTLIER] = 0;
                spread(values, head, width, 0);
            }
            case "_context_bo" -> values[END] = 0;
            // Above zero, which is all that the next layer sees.
            case "_ffn_b1" -> {
                values[OUTLIER] = 0;
                spread(values, FIRST_READER, FIRST_READER + readers, 1);
            }
            case "_ffn_b2" -> values[END] = (float) (-readers * WEIGHT / balance * Math.sqrt(2.0 / (width + inner)));
            default -> {}
        }
    }

    private static void spread(float[] values, int begin, int end, float middle) {
        for (int i = begin; i < end; i++) {
            values[i] = middle + STEP * (i - (begin + end - 1) / 2f);
        }
    }

    void norm(String prefix, float[] scale, float[] bias) {
        boolean first = prefix.equals("encoder_l1_self_Wo") || prefix.equals("decoder_l1_rnn_ffn");
        float kept = first ? FIRST * STRENGTH : LATER;
        scale[wave] = kept;
        scale[still] = kept;
        bias[wave] = 0;
        bias[still] = 0;
        if (prefix.equals(memory + "_ffn_ffn")) {
            scale[OUTLIER] = 0;
            bias[OUTLIER] = 0;
        }
        switch (prefix.substring(prefix.startsWith(last) ? last.length() : 0)) {
            case "_rnn_ffn" -> scale[END] = 0;
            case "_context_Wo" -> scale[END] = LATER;
            case "_ffn_ffn" -> scale[END] = SHARPNESS;
            default -> {
                return;
            }
        }
        bias[END] = 0;
    }
}
