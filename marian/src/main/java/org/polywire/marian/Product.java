package org.polywire.marian;

import java.util.Arrays;

/** An {@link Affine} map packed for a {@link Kernel}. Safe to share between threads. */
final class Product {
    private final Kernel kernel;
    private final Arithmetic arithmetic;
    private final Affine affine;
    private final float[] packed;

    private Product(Kernel kernel, Arithmetic arithmetic, Affine affine, float[] packed) {
        this.kernel = kernel;
        this.arithmetic = arithmetic;
        this.affine = affine;
        this.packed = packed;
    }

    static Product of(Affine affine, Kernel kernel, Arithmetic arithmetic) {
        int panel = kernel.panel(affine.columns());
        float[] packed = new float[Kernel.packed(affine.rows(), affine.columns(), panel)];
        for (int column = 0; column < affine.columns(); column++) {
            int begin = column / panel * panel * affine.rows() + column % panel;
            int stored = column * affine.rows();
            for (int row = 0; row < affine.rows(); row++) {
                packed[begin + row * panel] = affine.weights()[stored + row];
            }
        }
        byte[] none = {};
        Affine rest =
                new Affine(none, affine.rows(), affine.columns(), affine.multiplier(), affine.bias(), affine.alpha());
        return new Product(kernel, arithmetic, rest, packed);
    }

    int columns() {
        return affine.columns();
    }

    /**
     * Multiplies rows and adds the bias.
     *
     * @param starts where each group of rows begins, and the end; a group shares a scale where scales are taken from the values
     */
    float[] apply(float[] x, int[] starts) {
        int rows = starts[starts.length - 1];
        float[] out = new float[rows * affine.columns()];
        switch (arithmetic) {
            case FLOAT_32 -> {
                kernel.multiply(x, rows, affine.rows(), packed, affine.columns(), out);
                finish(out, 0, rows, 1 / affine.multiplier());
            }
            case INT_8 -> quantised(x, starts, rows, out);
        }
        return out;
    }

    private void quantised(float[] x, int[] starts, int rows, float[] out) {
        float[] whole = new float[rows * affine.rows()];
        float[] alphas = new float[starts.length - 1];
        for (int group = 0; group < alphas.length; group++) {
            int begin = starts[group] * affine.rows();
            int end = starts[group + 1] * affine.rows();
            alphas[group] = affine.dynamic() ? alpha(x, begin, end) : affine.alpha();
            round(x, begin, end, alphas[group], whole);
        }
        kernel.multiply(whole, rows, affine.rows(), packed, affine.columns(), out);
        for (int group = 0; group < alphas.length; group++) {
            finish(out, starts[group], starts[group + 1], 1 / (alphas[group] * affine.multiplier()));
        }
    }

    private static float alpha(float[] x, int begin, int end) {
        float most = Float.MIN_NORMAL;
        for (int i = begin; i < end; i++) {
            most = Math.max(most, Math.abs(x[i]));
        }
        return Affine.MOST / most;
    }

    private static void round(float[] x, int begin, int end, float alpha, float[] whole) {
        for (int i = begin; i < end; i++) {
            float scaled = Math.min(Affine.MOST, Math.max(-Affine.MOST, x[i] * alpha));
            // Adding and taking away 1.5 · 2²³ rounds to the nearest whole number, halves to even.
            whole[i] = scaled + 12_582_912f - 12_582_912f;
        }
    }

    private void finish(float[] out, int begin, int end, float scale) {
        float[] bias = affine.bias();
        int columns = affine.columns();
        for (int row = begin; row < end; row++) {
            int at = row * columns;
            if (bias.length == 0) {
                scale(out, at, columns, scale);
            } else {
                for (int i = 0; i < columns; i++) {
                    out[at + i] = out[at + i] * scale + bias[i];
                }
            }
        }
    }

    private static void scale(float[] out, int at, int columns, float scale) {
        for (int i = 0; i < columns; i++) {
            out[at + i] *= scale;
        }
    }

    /** Rows that each are a group of their own. */
    static int[] single(int rows) {
        int[] starts = new int[rows + 1];
        Arrays.setAll(starts, i -> i);
        return starts;
    }
}
