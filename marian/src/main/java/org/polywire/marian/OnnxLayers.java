package org.polywire.marian;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polywire.marian.OnnxGraph.Attribute;
import org.polywire.marian.OnnxGraph.Type;
import org.polywire.marian.Weights.Attention;
import org.polywire.marian.Weights.FeedForward;
import org.polywire.marian.Weights.Norm;
import org.polywire.marian.Weights.Recurrence;

/** The layers of a model as nodes of an {@link OnnxGraph}. */
final class OnnxLayers {
    private static final float EPSILON = 1e-6f;

    private final OnnxGraph graph;
    private final Arithmetic arithmetic;
    private final int width;
    private final Map<String, Whole> rounded = new HashMap<>();

    OnnxLayers(OnnxGraph graph, Arithmetic arithmetic, int width) {
        this.graph = graph;
        this.arithmetic = arithmetic;
        this.width = width;
    }

    String affine(String x, Affine affine) {
        return affine(x, affine, -Affine.MOST);
    }

    /** The same for the positive numbers of {@code x}, with zero for the others. */
    private String affineOfPositive(String x, Affine affine) {
        boolean fixed = arithmetic == Arithmetic.INT_8 && !affine.dynamic();
        return fixed ? affine(x, affine, 0) : affine(graph.node("Relu", List.of(x)), affine, -Affine.MOST);
    }

    private String affine(String x, Affine affine, int least) {
        return switch (arithmetic) {
            case INT_8 -> {
                String bias = affine.bias().length == 0 ? "" : graph.constant(affine.bias());
                yield quantised(x, affine, least, matrix(affine), bias);
            }
            case FLOAT_32 -> {
                String product = graph.node("MatMul", List.of(x, floatMatrix(affine)));
                yield affine.bias().length == 0 ? product : add(product, graph.constant(affine.bias()));
            }
        };
    }

    /**
     * The product with a matrix that is an input of the graph: {@link Type#INT_8}, or {@link Type#FLOAT} for {@link
     * Arithmetic#FLOAT_32}.
     */
    String product(String x, Affine scales, String matrix) {
        return switch (arithmetic) {
            case FLOAT_32 -> graph.node("MatMul", List.of(x, matrix));
            case INT_8 -> quantised(x, scales, -Affine.MOST, matrix, "");
        };
    }

    /** Rounds, multiplies and adds; the runtime's own operator for it does that in one. */
    private String quantised(String x, Affine affine, int least, String matrix, String bias) {
        Whole whole = affine.dynamic() ? dynamic(x) : fixed(x, affine.alpha(), least);
        List<String> inputs = new ArrayList<>(List.of(
                whole.values(), matrix, whole.scale(), graph.constant(1 / affine.multiplier()), whole.zero(), ""));
        if (!bias.isEmpty()) {
            inputs.add(bias);
        }
        return graph.nodeOfRuntime("MatMulIntegerToFloat", inputs);
    }

    /** Rounded numbers, what one of them stands for, and the one that stands for zero. */
    private record Whole(String values, String scale, String zero) {}

    /** The same numbers are often multiplied with several matrices: they are rounded once. */
    private Whole fixed(String x, float alpha, int least) {
        return rounded.computeIfAbsent(x + " " + alpha + " " + least, key -> {
            String scale = graph.constant(1 / alpha);
            String zero = graph.constantByte(Affine.MOST);
            return new Whole(clipped(graph.node("QuantizeLinear", List.of(x, scale, zero)), least), scale, zero);
        });
    }

    /**
     * What is clipped must stay: the unsigned form of the numbers would reach one further up than down. Clipped when they are rounded,
     * which says the same, as a quarter of the memory is walked through.
     */
    private String clipped(String whole, int least) {
        return graph.node(
                "Clip",
                List.of(whole, graph.constantByte(Affine.MOST + least), graph.constantByte(Affine.MOST + Affine.MOST)));
    }

    /** With a scale taken from each sentence's values; only one sentence may be in the batch. */
    private Whole dynamic(String x) {
        return rounded.computeIfAbsent(x, key -> {
            String most = graph.node(
                    "ReduceMax", List.of(graph.node("Abs", List.of(x))), new Attribute.Number("keepdims", 0));
            String above = graph.node("Max", List.of(most, graph.constant(Float.MIN_NORMAL)));
            String scale = graph.node("Div", List.of(above, graph.constant(Affine.MOST)));
            String zero = graph.constantByte(Affine.MOST);
            return new Whole(graph.node("QuantizeLinear", List.of(x, scale, zero)), scale, zero);
        });
    }

    /** The runtime wants row after row; files hold column after column. */
    private String matrix(Affine affine) {
        return graph.constant(Type.INT_8, List.of(affine.rows(), affine.columns()), transposed(affine));
    }

    private static byte[] transposed(Affine affine) {
        byte[] columns = affine.weights();
        int height = affine.rows();
        int width = affine.columns();
        byte[] rows = new byte[height * width];
        for (int column = 0; column < width; column++) {
            for (int row = 0; row < height; row++) {
                rows[row * width + column] = columns[column * height + row];
            }
        }
        return rows;
    }

    private String floatMatrix(Affine affine) {
        byte[] whole = transposed(affine);
        ByteBuffer raw = ByteBuffer.allocate(whole.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        float unit = 1 / affine.multiplier();
        for (byte value : whole) {
            raw.putFloat(value * unit);
        }
        return graph.constant(Type.FLOAT, List.of(affine.rows(), affine.columns()), raw.array());
    }

    String add(String left, String right) {
        return graph.node("Add", List.of(left, right));
    }

    private String multiply(String left, String right) {
        return graph.node("Mul", List.of(left, right));
    }

    /** The runtime's own operator for both: it does not join the standard ones where it cannot tell that the shapes are alike. */
    private String addAndNorm(String x, String residual, Norm norm) {
        return graph.nodeOfRuntime(
                "SkipLayerNormalization",
                List.of(x, residual, graph.constant(norm.scale()), graph.constant(norm.bias())),
                new Attribute.Decimal("epsilon", EPSILON));
    }

    String feedForward(String x, FeedForward layer) {
        String inner = affine(x, layer.first());
        return addAndNorm(affineOfPositive(inner, layer.second()), x, layer.norm());
    }

    /** Goes on by one step; the new cells get the name given. */
    String recurrence(String x, String cells, String newCells, Recurrence layer) {
        String entering = affine(x, layer.input());
        String keep = graph.node("Sigmoid", List.of(affine(x, layer.forget())));
        String kept = multiply(keep, graph.node("Sub", List.of(cells, entering)));
        graph.node("Add", List.of(kept, entering), newCells);
        return addAndNorm(graph.node("Relu", List.of(newCells)), x, layer.norm());
    }

    /** Keys as the product wants them: head by head, transposed. */
    String keys(String x, Attention layer) {
        return heads(affine(x, layer.key()), 0, 2, 3, 1);
    }

    String values(String x, Attention layer) {
        return heads(affine(x, layer.value()), 0, 2, 1, 3);
    }

    private String heads(String x, long... order) {
        return transposed(shaped(x, 0, -1, Configuration.HEADS, head()), order);
    }

    private String shaped(String x, long... sizes) {
        return graph.node("Reshape", List.of(x, graph.constant(sizes)));
    }

    private String transposed(String x, long... order) {
        return graph.node("Transpose", List.of(x), new Attribute.Numbers("perm", order));
    }

    private int head() {
        return width / Configuration.HEADS;
    }

    /**
     * What attention gives, and how it was shared out: sentence, head, row, source word.
     */
    record Attended(String output, String shares) {}

    /** Attention of all words of each sentence. */
    Attended attention(String x, String keys, String values, String mask, Attention layer) {
        String query = heads(affine(x, layer.query()), 0, 2, 1, 3);
        String shares = shares(query, keys, mask);
        String found = transposed(graph.node("MatMul", List.of(shares, values)), 0, 2, 1, 3);
        return attended(x, found, shares, layer);
    }

    /** The same of one word of each sentence: heads lie as they should without a transposition. */
    Attended attentionOfOne(String x, String keys, String values, String mask, Attention layer) {
        String query = shaped(affine(x, layer.query()), 0, Configuration.HEADS, 1, head());
        String shares = shares(query, keys, mask);
        return attended(x, graph.node("MatMul", List.of(shares, values)), shares, layer);
    }

    private String shares(String query, String keys, String mask) {
        String scale = graph.constant((float) (1 / Math.sqrt(width / (double) Configuration.HEADS)));
        String scores = multiply(graph.node("MatMul", List.of(query, keys)), scale);
        return graph.node("Softmax", List.of(add(scores, mask)), new Attribute.Number("axis", -1));
    }

    private Attended attended(String x, String found, String shares, Attention layer) {
        String joined = shaped(found, 0, -1, width);
        return new Attended(addAndNorm(affine(joined, layer.output()), x, layer.norm()), shares);
    }
}
