package org.polywire.marian;

/**
 * Multiplies matrices of single precision. Where all numbers are whole and a sum stays below 2²⁴ the result is exact, so that
 * every kernel gives the same. Safe to share between threads.
 */
public interface Kernel {
    /** Such as {@code scalar}; told to the operator. */
    String name();

    /**
     * How many columns lie side by side in a packed matrix: {@code packed[(column / panel · inner + row) · panel + column % panel]}.
     * The last panel is filled with zeros.
     */
    int panel(int columns);

    /** How many numbers a packed matrix has. */
    static int packed(int inner, int columns, int panel) {
        return (columns + panel - 1) / panel * panel * inner;
    }

    /**
     * Writes {@code out[row · columns + column]}.
     *
     * @param x {@code rows} by {@code inner}, row after row
     */
    void multiply(float[] x, int rows, int inner, float[] packed, int columns, float[] out);
}
