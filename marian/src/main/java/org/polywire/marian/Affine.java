package org.polywire.marian;

/**
 * A matrix product and a sum: {@code x·W + b}.
 *
 * @param weights column after column: {@code weights[column · rows + row]}
 * @param multiplier what the real weights were multiplied by
 * @param bias one number a column; empty for none
 * @param alpha what {@code x} is multiplied by before it is rounded; 0 if it is to be taken from {@code x} itself
 */
record Affine(byte[] weights, int rows, int columns, float multiplier, float[] bias, float alpha) {
    /** The greatest whole number that stands for a value; the scale is symmetric. */
    static final int MOST = 127;

    boolean dynamic() {
        return alpha == 0;
    }
}
