package org.polywire.marian;

import java.util.ArrayList;
import java.util.List;
import org.polywire.marian.OnnxGraph.Attribute;
import org.polywire.marian.OnnxGraph.Type;
import org.polywire.marian.Weights.Attention;
import org.polywire.marian.Weights.DecoderLayer;
import org.polywire.marian.Weights.EncoderLayer;

/**
 * The two graphs of a model. Names of sizes: B sentences, S source words, K target words to choose from. The embeddings stay
 * outside, so that the vocabulary's matrix never enters the runtime.
 */
final class OnnxModels {
    /** Ends the names of what {@link #keep} gives. */
    static final String KEPT = "'";

    private static final String BATCH = "B";
    private static final String SOURCE = "S";
    private static final String CHOICE = "K";

    private final Weights weights;
    private final Arithmetic arithmetic;
    private final int width;
    private final int head;

    OnnxModels(Weights weights, Arithmetic arithmetic) {
        this.weights = weights;
        this.arithmetic = arithmetic;
        this.width = weights.width();
        this.head = width / Configuration.HEADS;
    }

    /** {@code x}, {@code mask} → {@code k0}, {@code v0}, …: keys and values for each layer of the decoder. */
    byte[] encoder() {
        OnnxGraph graph = new OnnxGraph("encoder");
        OnnxLayers layers = new OnnxLayers(graph, arithmetic, width);
        graph.input("x", Type.FLOAT, BATCH, SOURCE, width);
        graph.input("mask", Type.FLOAT, BATCH, 1, 1, SOURCE);
        String x = "x";
        for (EncoderLayer layer : weights.encoders()) {
            Attention attention = layer.attention();
            String keys = layers.keys(x, attention);
            String values = layers.values(x, attention);
            x = layers.attention(x, keys, values, "mask", attention).output();
            x = layers.feedForward(x, layer.feedForward());
        }
        for (int i = 0; i < weights.decoders().size(); i++) {
            Attention attention = weights.decoders().get(i).attention();
            graph.node("Identity", List.of(layers.keys(x, attention)), "k" + i);
            graph.node("Identity", List.of(layers.values(x, attention)), "v" + i);
            graph.output("k" + i, Type.FLOAT, BATCH, Configuration.HEADS, head, SOURCE);
            graph.output("v" + i, Type.FLOAT, BATCH, Configuration.HEADS, SOURCE, head);
        }
        return graph.bytes();
    }

    /**
     * {@code x}, {@code mask}, keys and values, cells {@code c0} …, the output matrix {@code wo}, its bias {@code bo} and {@code
     * bar}, which keeps words from being chosen → new cells {@code d0} …, {@code word}, {@code sum}, {@code attention}.
     */
    byte[] step() {
        OnnxGraph graph = new OnnxGraph("step");
        OnnxLayers layers = new OnnxLayers(graph, arithmetic, width);
        stepInputs(graph);
        String x = "x";
        String shares = "";
        for (int i = 0; i < weights.decoders().size(); i++) {
            DecoderLayer layer = weights.decoders().get(i);
            String h = layers.recurrence(x, "c" + i, "d" + i, layer.recurrence());
            graph.output("d" + i, Type.FLOAT, BATCH, 1, width);
            OnnxLayers.Attended attended = layers.attentionOfOne(h, "k" + i, "v" + i, "mask", layer.attention());
            x = layers.feedForward(attended.output(), layer.feedForward());
            shares = attended.shares();
        }
        firstHead(graph, shares);
        choose(graph, layers.add(layers.product(x, weights.output(new int[0]), "wo"), "bo"));
        return graph.bytes();
    }

    /** {@code rows} and what a step goes on with → the same of these sentences alone, each name with {@link #KEPT} behind it. */
    byte[] keep() {
        OnnxGraph graph = new OnnxGraph("keep");
        graph.input("rows", Type.INT_64, "R");
        for (State state : states()) {
            graph.input(state.name(), Type.FLOAT, state.shape());
            graph.node("Gather", List.of(state.name(), "rows"), state.name() + KEPT);
            Object[] shape = state.shape().clone();
            shape[0] = "R";
            graph.output(state.name() + KEPT, Type.FLOAT, shape);
        }
        return graph.bytes();
    }

    /** What each sentence has a part of, from step to step. */
    private record State(String name, Object... shape) {}

    private List<State> states() {
        List<State> states = new ArrayList<>();
        states.add(new State("mask", BATCH, 1, 1, SOURCE));
        for (int i = 0; i < weights.decoders().size(); i++) {
            states.add(new State("k" + i, BATCH, Configuration.HEADS, head, SOURCE));
            states.add(new State("v" + i, BATCH, Configuration.HEADS, SOURCE, head));
            states.add(new State("c" + i, BATCH, 1, width));
        }
        states.add(new State("bo", BATCH, 1, CHOICE));
        return states;
    }

    private void stepInputs(OnnxGraph graph) {
        graph.input("x", Type.FLOAT, BATCH, 1, width);
        states().forEach(state -> graph.input(state.name(), Type.FLOAT, state.shape()));
        graph.input("wo", arithmetic == Arithmetic.INT_8 ? Type.INT_8 : Type.FLOAT, width, CHOICE);
        graph.input("bar", Type.FLOAT, CHOICE);
    }

    /** The first head of the last layer was trained to align words. */
    private static void firstHead(OnnxGraph graph, String shares) {
        graph.node(
                "Slice",
                List.of(
                        shares,
                        graph.constant(new long[] {0}),
                        graph.constant(new long[] {1}),
                        graph.constant(new long[] {1})),
                "attention");
        graph.output("attention", Type.FLOAT, BATCH, 1, 1, SOURCE);
    }

    /** The best word and the inverse of its probability among all words it could have been, barred ones included. */
    private static void choose(OnnxGraph graph, String logits) {
        Attribute axis = new Attribute.Numbers("axes", 2);
        Attribute drop = new Attribute.Number("keepdims", 0);
        String chosen = graph.node("Add", List.of(logits, "bar"));
        graph.node("ArgMax", List.of(chosen), "word", new Attribute.Number("axis", 2), drop);
        String best = graph.node("ReduceMax", List.of(chosen), axis);
        // ReduceLogSumExp would say the same and takes a quarter of the whole step.
        String powers = graph.node("Exp", List.of(graph.node("Sub", List.of(logits, best))));
        graph.node("ReduceSum", List.of(powers, graph.constant(new long[] {2})), "sum", drop);
        graph.output("word", Type.INT_64, BATCH, 1);
        graph.output("sum", Type.FLOAT, BATCH, 1);
    }
}
