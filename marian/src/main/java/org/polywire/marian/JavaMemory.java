package org.polywire.marian;

/**
 * Keys and values of one sentence for one attention layer, packed head by head for a {@link Kernel}. Safe to share between threads.
 */
final class JavaMemory {
    private final Kernel kernel;
    private final float[][] keys = new float[Configuration.HEADS][];
    private final float[][] values = new float[Configuration.HEADS][];
    private final int length;
    private final int width;
    private final int head;

    /**
     * @param key all rows of the batch
     * @param value the same
     * @param first the sentence's first row
     */
    JavaMemory(Kernel kernel, float[] key, float[] value, int first, int length, int width) {
        this.kernel = kernel;
        this.length = length;
        this.width = width;
        this.head = width / Configuration.HEADS;
        for (int i = 0; i < Configuration.HEADS; i++) {
            int begin = first * width + i * head;
            keys[i] = packedKeys(key, begin);
            values[i] = packedValues(value, begin);
        }
    }

    /** A column for each word. */
    private float[] packedKeys(float[] key, int begin) {
        int panel = kernel.panel(length);
        float[] packed = new float[Kernel.packed(head, length, panel)];
        for (int word = 0; word < length; word++) {
            int at = word / panel * panel * head + word % panel;
            for (int i = 0; i < head; i++) {
                packed[at + i * panel] = key[begin + word * width + i];
            }
        }
        return packed;
    }

    /** A row for each word. */
    private float[] packedValues(float[] value, int begin) {
        int panel = kernel.panel(head);
        float[] packed = new float[Kernel.packed(length, head, panel)];
        for (int column = 0; column < head; column += panel) {
            int many = Math.min(panel, head - column);
            for (int word = 0; word < length; word++) {
                System.arraycopy(value, begin + word * width + column, packed, column * length + word * panel, many);
            }
        }
        return packed;
    }

    /**
     * Writes to rows of {@code out} what the same rows of {@code query} find.
     *
     * @return how the first head's attention was shared out, row after row
     */
    float[] attend(float[] query, float[] out, int row, int rows) {
        float[] first = shares(query, 0, row, rows);
        collect(first, 0, out, row, rows);
        for (int i = 1; i < Configuration.HEADS; i++) {
            collect(shares(query, i, row, rows), i, out, row, rows);
        }
        return first;
    }

    private float[] shares(float[] query, int number, int row, int rows) {
        float[] asked = new float[rows * head];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(query, (row + r) * width + number * head, asked, r * head, head);
        }
        float[] scores = new float[rows * length];
        kernel.multiply(asked, rows, head, keys[number], length, scores);
        float scale = (float) (1 / Math.sqrt(head));
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= scale;
        }
        for (int r = 0; r < rows; r++) {
            JavaLayers.softmax(scores, r * length, length);
        }
        return scores;
    }

    private void collect(float[] shares, int number, float[] out, int row, int rows) {
        float[] found = new float[rows * head];
        kernel.multiply(shares, rows, length, values[number], head, found);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(found, r * head, out, (row + r) * width + number * head, head);
        }
    }
}
