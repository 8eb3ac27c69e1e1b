package org.polywire.marian;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Uses the machine's vectors through the incubating Vector API. Four rows and two vectors of columns at a time: eight sums stay
 * in registers. Larger blocks lose the compiler's intrinsics and are several times slower (measured).
 */
public final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = 2 * LANES;
    private static final int ROWS = 4;

    /** For the service loader. */
    public VectorKernel() {}

    @Override
    public String name() {
        return "vectors of " + SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public int panel(int columns) {
        return PANEL;
    }

    @Override
    public void multiply(float[] x, int rows, int inner, float[] packed, int columns, float[] out) {
        int whole = columns / PANEL * PANEL;
        for (int column = 0; column < whole; column += PANEL) {
            panel(x, rows, inner, packed, column * inner, out, column, columns);
        }
        if (whole < columns) {
            float[] last = new float[rows * PANEL];
            panel(x, rows, inner, packed, whole * inner, last, 0, PANEL);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(last, row * PANEL, out, row * columns + whole, columns - whole);
            }
        }
    }

    /** Writes {@code PANEL} columns, each row {@code stride} after the one before. */
    private static void panel(
            float[] x, int rows, int inner, float[] packed, int panel, float[] out, int begin, int stride) {
        int row = 0;
        for (; row + ROWS <= rows; row += ROWS) {
            four(x, row * inner, inner, packed, panel, out, begin + row * stride, stride);
        }
        for (; row + 2 <= rows; row += 2) {
            two(x, row * inner, inner, packed, panel, out, begin + row * stride, stride);
        }
        if (row < rows) {
            one(x, row * inner, inner, packed, panel, out, begin + row * stride);
        }
    }

    private static void four(
            float[] x, int begin, int inner, float[] packed, int panel, float[] out, int at, int stride) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector c0 = a0;
        FloatVector c1 = a0;
        FloatVector d0 = a0;
        FloatVector d1 = a0;
        int second = begin + inner;
        int third = second + inner;
        int fourth = third + inner;
        for (int k = 0; k < inner; k++) {
            FloatVector left = FloatVector.fromArray(SPECIES, packed, panel + k * PANEL);
            FloatVector right = FloatVector.fromArray(SPECIES, packed, panel + k * PANEL + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, x[begin + k]);
            a0 = x0.fma(left, a0);
            a1 = x0.fma(right, a1);
            FloatVector x1 = FloatVector.broadcast(SPECIES, x[second + k]);
            b0 = x1.fma(left, b0);
            b1 = x1.fma(right, b1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, x[third + k]);
            c0 = x2.fma(left, c0);
            c1 = x2.fma(right, c1);
            FloatVector x3 = FloatVector.broadcast(SPECIES, x[fourth + k]);
            d0 = x3.fma(left, d0);
            d1 = x3.fma(right, d1);
        }
        store(out, at, a0, a1);
        store(out, at + stride, b0, b1);
        store(out, at + 2 * stride, c0, c1);
        store(out, at + 3 * stride, d0, d1);
    }

    private static void two(
            float[] x, int begin, int inner, float[] packed, int panel, float[] out, int at, int stride) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        int second = begin + inner;
        for (int k = 0; k < inner; k++) {
            FloatVector left = FloatVector.fromArray(SPECIES, packed, panel + k * PANEL);
            FloatVector right = FloatVector.fromArray(SPECIES, packed, panel + k * PANEL + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, x[begin + k]);
            a0 = x0.fma(left, a0);
            a1 = x0.fma(right, a1);
            FloatVector x1 = FloatVector.broadcast(SPECIES, x[second + k]);
            b0 = x1.fma(left, b0);
            b1 = x1.fma(right, b1);
        }
        store(out, at, a0, a1);
        store(out, at + stride, b0, b1);
    }

    private static void store(float[] out, int at, FloatVector left, FloatVector right) {
        left.intoArray(out, at);
        right.intoArray(out, at + LANES);
    }

    /** Two rows of the matrix a turn, so that the sums do not wait for each other. */
    private static void one(float[] x, int begin, int inner, float[] packed, int panel, float[] out, int place) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        int k = 0;
        for (; k + 1 < inner; k += 2) {
            int at = panel + k * PANEL;
            FloatVector x0 = FloatVector.broadcast(SPECIES, x[begin + k]);
            a0 = x0.fma(FloatVector.fromArray(SPECIES, packed, at), a0);
            a1 = x0.fma(FloatVector.fromArray(SPECIES, packed, at + LANES), a1);
            FloatVector x1 = FloatVector.broadcast(SPECIES, x[begin + k + 1]);
            b0 = x1.fma(FloatVector.fromArray(SPECIES, packed, at + PANEL), b0);
            b1 = x1.fma(FloatVector.fromArray(SPECIES, packed, at + PANEL + LANES), b1);
        }
        if (k < inner) {
            FloatVector last = FloatVector.broadcast(SPECIES, x[begin + k]);
            a0 = last.fma(FloatVector.fromArray(SPECIES, packed, panel + k * PANEL), a0);
            a1 = last.fma(FloatVector.fromArray(SPECIES, packed, panel + k * PANEL + LANES), a1);
        }
        store(out, place, a0.add(b0), a1.add(b1));
    }
}
