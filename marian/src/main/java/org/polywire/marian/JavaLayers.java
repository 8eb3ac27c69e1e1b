package org.polywire.marian;

import org.polywire.marian.Weights.Attention;
import org.polywire.marian.Weights.FeedForward;
import org.polywire.marian.Weights.Norm;
import org.polywire.marian.Weights.Recurrence;

/** The layers of a model in plain Java. Loops run over neighbouring numbers, so that the compiler can use vectors. */
final class JavaLayers {
    private static final float EPSILON = 1e-6f;

    private JavaLayers() {}

    /** Attention with packed matrices. */
    record PackedAttention(Product query, Product key, Product value, Product output, Norm norm) {
        static PackedAttention of(Attention layer, Kernel kernel, Arithmetic arithmetic) {
            return new PackedAttention(
                    Product.of(layer.query(), kernel, arithmetic),
                    Product.of(layer.key(), kernel, arithmetic),
                    Product.of(layer.value(), kernel, arithmetic),
                    Product.of(layer.output(), kernel, arithmetic),
                    layer.norm());
        }
    }

    record PackedFeedForward(Product first, Product second, Norm norm) {
        static PackedFeedForward of(FeedForward layer, Kernel kernel, Arithmetic arithmetic) {
            return new PackedFeedForward(
                    Product.of(layer.first(), kernel, arithmetic),
                    Product.of(layer.second(), kernel, arithmetic),
                    layer.norm());
        }

        float[] apply(float[] x, int[] starts) {
            float[] inner = first.apply(x, starts);
            for (int i = 0; i < inner.length; i++) {
                inner[i] = Math.max(0, inner[i]);
            }
            return addAndNorm(second.apply(inner, starts), x, norm);
        }
    }

    record PackedRecurrence(Product input, Product forget, Norm norm) {
        static PackedRecurrence of(Recurrence layer, Kernel kernel, Arithmetic arithmetic) {
            return new PackedRecurrence(
                    Product.of(layer.input(), kernel, arithmetic),
                    Product.of(layer.forget(), kernel, arithmetic),
                    layer.norm());
        }

        /** Goes on by one step; the cells are changed in place. */
        float[] apply(float[] x, float[] cells, int[] starts) {
            float[] entering = input.apply(x, starts);
            float[] kept = forget.apply(x, starts);
            float[] out = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                float keep = (float) (1 / (1 + Math.exp(-kept[i])));
                cells[i] = keep * cells[i] + (1 - keep) * entering[i];
                out[i] = Math.max(0, cells[i]);
            }
            return addAndNorm(out, x, norm);
        }
    }

    /** Normalises {@code x + residual} row by row; {@code x} is overwritten and returned. */
    static float[] addAndNorm(float[] x, float[] residual, Norm norm) {
        int width = norm.scale().length;
        for (int i = 0; i < x.length; i++) {
            x[i] += residual[i];
        }
        for (int begin = 0; begin < x.length; begin += width) {
            normalize(x, begin, width, norm);
        }
        return x;
    }

    private static void normalize(float[] x, int begin, int width, Norm norm) {
        float mean = (float) (sum(x, begin, width) / width);
        for (int i = begin; i < begin + width; i++) {
            x[i] -= mean;
        }
        float factor = (float) (1 / Math.sqrt(squares(x, begin, width) / width + EPSILON));
        for (int i = 0; i < width; i++) {
            x[begin + i] = x[begin + i] * factor * norm.scale()[i] + norm.bias()[i];
        }
    }

    /** In four sums, which need not wait for each other; the width is a multiple of 16. */
    private static double sum(float[] x, int begin, int width) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = begin; i < begin + width; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        return a + b + (c + d);
    }

    private static double squares(float[] x, int begin, int width) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = begin; i < begin + width; i += 4) {
            a += x[i] * x[i];
            b += x[i + 1] * x[i + 1];
            c += x[i + 2] * x[i + 2];
            d += x[i + 3] * x[i + 3];
        }
        return a + b + (c + d);
    }

    /** Turns neighbouring scores into shares that add up to one. */
    static void softmax(float[] scores, int begin, int length) {
        int end = begin + length;
        float most = scores[begin];
        for (int i = begin + 1; i < end; i++) {
            most = Math.max(most, scores[i]);
        }
        float sum = 0;
        for (int i = begin; i < end; i++) {
            scores[i] = (float) Math.exp(scores[i] - most);
            sum += scores[i];
        }
        float factor = 1 / sum;
        for (int i = begin; i < end; i++) {
            scores[i] *= factor;
        }
    }
}
