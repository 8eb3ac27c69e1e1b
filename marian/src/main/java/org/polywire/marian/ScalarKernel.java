package org.polywire.marian;

import java.util.Arrays;

/** Plain Java; the loop over the columns is one that the second-tier compiler turns into vector instructions by itself. */
final class ScalarKernel implements Kernel {
    /** Rows of the matrix that are added at a time; measured best of 1, 2, 4 and 8. */
    private static final int UNROLLED = 4;

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int panel(int columns) {
        return columns;
    }

    @Override
    public void multiply(float[] x, int rows, int inner, float[] packed, int columns, float[] out) {
        Arrays.fill(out, 0, rows * columns, 0);
        float[] sums = new float[columns];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sums, 0);
            int k = 0;
            for (; k + UNROLLED <= inner; k += UNROLLED) {
                addFour(x, row * inner + k, packed, k * columns, columns, sums);
            }
            for (; k < inner; k++) {
                add(x[row * inner + k], packed, k * columns, columns, sums);
            }
            System.arraycopy(sums, 0, out, row * columns, columns);
        }
    }

    private static void addFour(float[] x, int at, float[] packed, int begin, int columns, float[] sums) {
        float x0 = x[at];
        float x1 = x[at + 1];
        float x2 = x[at + 2];
        float x3 = x[at + 3];
        int second = begin + columns;
        int third = second + columns;
        int fourth = third + columns;
        for (int j = 0; j < columns; j++) {
            sums[j] +=
                    x0 * packed[begin + j] + x1 * packed[second + j] + x2 * packed[third + j] + x3 * packed[fourth + j];
        }
    }

    private static void add(float x, float[] packed, int begin, int columns, float[] sums) {
        for (int j = 0; j < columns; j++) {
            sums[j] += x * packed[begin + j];
        }
    }
}
