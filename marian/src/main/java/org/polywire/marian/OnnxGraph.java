package org.polywire.marian;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An ONNX model in the making: nodes are added one after the other, each names its output. Form: {@code onnx.proto} of ONNX 1.12
 * (IR version 8), the operators of set 17. Not for sharing between threads.
 */
final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 17;
    private static final String STANDARD = "";

    private static final String MICROSOFT = "com.microsoft";

    /** The types of elements ({@code TensorProto.DataType}). */
    enum Type {
        FLOAT(1, Float.BYTES),
        UINT_8(2, 1),
        INT_8(3, 1),
        INT_64(7, Long.BYTES);

        private final int code;
        private final int size;

        Type(int code, int size) {
            this.code = code;
            this.size = size;
        }
    }

    /** A setting of a node. */
    sealed interface Attribute {
        record Number(String name, long value) implements Attribute {}

        record Numbers(String name, long... values) implements Attribute {}

        record Decimal(String name, float value) implements Attribute {}
    }

    private final ProtobufWriter graph = new ProtobufWriter();
    private int names;

    OnnxGraph(String name) {
        graph.text(2, name);
    }

    /** Adds a node with one output and returns its name. */
    String node(String operator, List<String> inputs, Attribute... attributes) {
        String output = "@" + names++;
        node(STANDARD, operator, inputs, output, attributes);
        return output;
    }

    /** The same with one of ONNX Runtime's own operators, set 1. */
    String nodeOfRuntime(String operator, List<String> inputs, Attribute... attributes) {
        String output = "@" + names++;
        node(MICROSOFT, operator, inputs, output, attributes);
        return output;
    }

    void node(String operator, List<String> inputs, String output, Attribute... attributes) {
        node(STANDARD, operator, inputs, output, attributes);
    }

    private void node(String set, String operator, List<String> inputs, String output, Attribute... attributes) {
        graph.message(1, node -> {
            inputs.forEach(input -> node.text(1, input));
            node.text(2, output).text(4, operator).text(7, set);
            for (Attribute attribute : attributes) {
                node.message(5, written -> attribute(written, attribute));
            }
        });
    }

    private static void attribute(ProtobufWriter out, Attribute attribute) {
        switch (attribute) {
            case Attribute.Number(String name, long value) ->
                out.text(1, name).number(3, value).number(20, 2);
            case Attribute.Decimal(String name, float value) ->
                out.text(1, name).decimal(2, value).number(20, 1);
            case Attribute.Numbers(String name, long[] values) -> {
                out.text(1, name);
                for (long value : values) {
                    out.number(8, value);
                }
                out.number(20, 7);
            }
        }
    }

    String constant(float value) {
        return constant(Type.FLOAT, List.of(), floats(value));
    }

    /** One unsigned byte. */
    String constantByte(int value) {
        return constant(Type.UINT_8, List.of(), new byte[] {(byte) value});
    }

    String constant(float[] values) {
        return constant(Type.FLOAT, List.of(values.length), floats(values));
    }

    String constant(long[] values) {
        ByteBuffer bytes = buffer(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        return constant(Type.INT_64, List.of(values.length), bytes.array());
    }

    /**
     * @param raw the elements, least significant byte first
     */
    String constant(Type type, List<Integer> shape, byte[] raw) {
        int elements = shape.stream().reduce(1, (left, right) -> left * right);
        if (raw.length != elements * type.size) {
            throw new IllegalArgumentException(raw.length + " bytes for " + shape + " of " + type);
        }
        String name = "#" + names++;
        graph.message(5, tensor -> {
            shape.forEach(size -> tensor.number(1, size));
            tensor.number(2, type.code).text(8, name).bytes(9, raw);
        });
        return name;
    }

    static byte[] floats(float... values) {
        ByteBuffer bytes = buffer(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * @param shape numbers, or names of sizes that differ from run to run
     */
    void input(String name, Type type, Object... shape) {
        graph.message(11, value -> described(value, name, type, shape));
    }

    void output(String name, Type type, Object... shape) {
        graph.message(12, value -> described(value, name, type, shape));
    }

    private static void described(ProtobufWriter out, String name, Type type, Object... shape) {
        out.text(1, name);
        out.message(
                2,
                kind -> kind.message(1, tensor -> {
                    tensor.number(1, type.code);
                    tensor.message(2, sizes -> {
                        for (Object size : shape) {
                            sizes.message(1, dimension -> dimension(dimension, size));
                        }
                    });
                }));
    }

    private static void dimension(ProtobufWriter out, Object size) {
        if (size instanceof Integer number) {
            out.number(1, number);
        } else {
            out.text(2, size.toString());
        }
    }

    /** The whole model as a file's bytes. */
    byte[] bytes() {
        return new ProtobufWriter()
                .number(1, IR_VERSION)
                .text(2, "polywire")
                .message(7, graph)
                .message(8, set -> set.text(1, STANDARD).number(2, OPERATORS))
                .message(8, set -> set.text(1, MICROSOFT).number(2, 1))
                .bytes();
    }
}
