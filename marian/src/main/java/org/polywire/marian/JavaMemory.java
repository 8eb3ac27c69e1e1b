package org.polywire.marian;

/**
 * Keys and values of one sentence for one attention layer: the keys column after column, so that a head's scores are sums of
 * neighbouring numbers. Safe to share between threads.
 */
final class JavaMemory {
    /** Rows that are added at a time, in their order: the sums are read and written a quarter as often. */
    private static final int TOGETHER = 4;

    private final float[] keys;
    private final float[] values;
    private final int begin;
    private final int length;
    private final int width;

    /**
     * @param key all rows of the batch
     * @param value the same
     * @param first the sentence's first row
     */
    JavaMemory(float[] key, float[] value, int first, int length, int width) {
        this.length = length;
        this.width = width;
        this.values = value;
        this.begin = first * width;
        this.keys = new float[length * width];
        for (int row = 0; row < length; row++) {
            for (int i = 0; i < width; i++) {
                keys[i * length + row] = key[begin + row * width + i];
            }
        }
    }

    /** Adds to a row of {@code out} what a query finds, and returns how the first head's attention was shared out. */
    float[] attend(float[] query, float[] out, int row) {
        int head = width / Configuration.HEADS;
        float scale = (float) (1 / Math.sqrt(head));
        float[] first = new float[length];
        float[] scores = first;
        for (int i = 0; i < Configuration.HEADS; i++) {
            scores(query, row * width + i * head, i * head, head, scale, scores);
            JavaLayers.softmax(scores, length);
            collect(scores, i * head, head, out, row * width + i * head);
            scores = new float[length];
        }
        return first;
    }

    private void scores(float[] query, int at, int column, int head, float scale, float[] scores) {
        int i = 0;
        for (; i + TOGETHER <= head; i += TOGETHER) {
            addFour(query, at + i, (column + i) * length, scores);
        }
        for (; i < head; i++) {
            float factor = query[at + i];
            int key = (column + i) * length;
            for (int s = 0; s < length; s++) {
                scores[s] += factor * keys[key + s];
            }
        }
        for (int s = 0; s < length; s++) {
            scores[s] *= scale;
        }
    }

    private void addFour(float[] query, int at, int key, float[] scores) {
        float first = query[at];
        float second = query[at + 1];
        float third = query[at + 2];
        float fourth = query[at + 3];
        int key2 = key + length;
        int key3 = key2 + length;
        int key4 = key3 + length;
        for (int s = 0; s < length; s++) {
            scores[s] = scores[s]
                    + first * keys[key + s]
                    + second * keys[key2 + s]
                    + third * keys[key3 + s]
                    + fourth * keys[key4 + s];
        }
    }

    private void collect(float[] shares, int column, int head, float[] out, int at) {
        int s = 0;
        for (; s + TOGETHER <= length; s += TOGETHER) {
            collectFour(shares, s, column, head, out, at);
        }
        for (; s < length; s++) {
            float share = shares[s];
            int value = begin + s * width + column;
            for (int i = 0; i < head; i++) {
                out[at + i] += share * values[value + i];
            }
        }
    }

    private void collectFour(float[] shares, int s, int column, int head, float[] out, int at) {
        float first = shares[s];
        float second = shares[s + 1];
        float third = shares[s + 2];
        float fourth = shares[s + 3];
        int value = begin + s * width + column;
        int value2 = value + width;
        int value3 = value2 + width;
        int value4 = value3 + width;
        for (int i = 0; i < head; i++) {
            out[at + i] = out[at + i]
                    + first * values[value + i]
                    + second * values[value2 + i]
                    + third * values[value3 + i]
                    + fourth * values[value4 + i];
        }
    }
}
