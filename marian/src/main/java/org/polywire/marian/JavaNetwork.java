package org.polywire.marian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.polywire.marian.JavaLayers.PackedAttention;
import org.polywire.marian.JavaLayers.PackedFeedForward;
import org.polywire.marian.JavaLayers.PackedRecurrence;
import org.polywire.marian.Weights.DecoderLayer;
import org.polywire.marian.Weights.EncoderLayer;

/**
 * A model run in Java alone: the reference that the faster one is held to, and what runs where that one cannot. Sentences lie one
 * after the other without padding, so that nothing depends on what else is in a batch. Safe to share between threads.
 */
final class JavaNetwork implements Network {
    private final Weights weights;
    private final Kernel kernel;
    private final Positions positions;
    private final Arithmetic arithmetic;
    private final List<PackedEncoder> encoders = new ArrayList<>();
    private final List<PackedDecoder> decoders = new ArrayList<>();

    private record PackedEncoder(PackedAttention attention, PackedFeedForward feedForward) {}

    private record PackedDecoder(
            PackedRecurrence recurrence, PackedAttention attention, PackedFeedForward feedForward) {}

    JavaNetwork(Weights weights, Kernel kernel, Arithmetic arithmetic) {
        this.kernel = kernel;
        this.positions = new Positions(weights.width());
        this.arithmetic = arithmetic;
        for (EncoderLayer layer : weights.encoders()) {
            encoders.add(new PackedEncoder(
                    PackedAttention.of(layer.attention(), kernel, arithmetic),
                    PackedFeedForward.of(layer.feedForward(), kernel, arithmetic)));
        }
        for (DecoderLayer layer : weights.decoders()) {
            decoders.add(new PackedDecoder(
                    PackedRecurrence.of(layer.recurrence(), kernel, arithmetic),
                    PackedAttention.of(layer.attention(), kernel, arithmetic),
                    PackedFeedForward.of(layer.feedForward(), kernel, arithmetic)));
        }
        this.weights = weights.withoutLayers();
    }

    @Override
    public boolean alone() {
        return false;
    }

    @Override
    public Decoding begin(List<int[]> sources, List<int[]> allowed) {
        int[] starts = starts(sources);
        float[] memory = encode(sources, starts);
        List<List<JavaMemory>> memories = new ArrayList<>();
        for (PackedDecoder layer : decoders) {
            memories.add(memories(layer.attention(), memory, starts));
        }
        return new Run(memories, allowed.stream().map(this::output).toList());
    }

    private static int[] starts(List<int[]> sources) {
        int[] starts = new int[sources.size() + 1];
        for (int i = 0; i < sources.size(); i++) {
            starts[i + 1] = starts[i] + sources.get(i).length;
        }
        return starts;
    }

    private float[] encode(List<int[]> sources, int[] starts) {
        float[] x = embed(sources, starts);
        for (PackedEncoder layer : encoders) {
            PackedAttention attention = layer.attention();
            List<JavaMemory> memories = memories(attention, x, starts);
            float[] query = attention.query().apply(x, starts);
            float[] found = new float[x.length];
            for (int i = 0; i < memories.size(); i++) {
                memories.get(i).attend(query, found, starts[i], starts[i + 1] - starts[i]);
            }
            x = JavaLayers.addAndNorm(attention.output().apply(found, starts), x, attention.norm());
            x = layer.feedForward().apply(x, starts);
        }
        return x;
    }

    private float[] embed(List<int[]> sources, int[] starts) {
        int width = weights.width();
        float[] x = new float[starts[starts.length - 1] * width];
        for (int i = 0; i < sources.size(); i++) {
            int[] source = sources.get(i);
            for (int p = 0; p < source.length; p++) {
                positions.word(weights.source(), source[p], p, x, (starts[i] + p) * width);
            }
        }
        return x;
    }

    private List<JavaMemory> memories(PackedAttention attention, float[] x, int[] starts) {
        float[] keys = attention.key().apply(x, starts);
        float[] values = attention.value().apply(x, starts);
        List<JavaMemory> memories = new ArrayList<>();
        for (int i = 0; i + 1 < starts.length; i++) {
            memories.add(new JavaMemory(kernel, keys, values, starts[i], starts[i + 1] - starts[i], weights.width()));
        }
        return memories;
    }

    /** The output layer for the words that a sentence may use. */
    private Output output(int[] allowed) {
        return new Output(allowed, Product.of(weights.output(allowed), kernel, arithmetic));
    }

    private record Output(int[] words, Product product) {
        private static final int[] ONE = {0, 1};

        void choose(float[] x, int index, Step step) {
            float[] scores = product.apply(x, ONE);
            int best = -1;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                most = Math.max(most, scores[i]);
                if (words[i] != Vocabulary.UNKNOWN && (best < 0 || scores[i] > scores[best])) {
                    best = i;
                }
            }
            double sum = 0;
            for (float score : scores) {
                sum += Math.exp(score - most);
            }
            step.words()[index] = words[best];
            step.scores()[index] = (float) (scores[best] - most - Math.log(sum));
        }
    }

    /** Sentences on the way; only those that are still open are computed. */
    private final class Run implements Decoding {
        private final List<List<JavaMemory>> memories;
        private final List<Output> outputs;
        private final float[][][] cells;
        private int position;

        Run(List<List<JavaMemory>> memories, List<Output> outputs) {
            this.memories = memories;
            this.outputs = outputs;
            this.cells = new float[decoders.size()][outputs.size()][weights.width()];
        }

        @Override
        public Step next(int[] previous, boolean[] open) {
            Step step = new Step(new int[open.length], new float[open.length], new float[open.length][]);
            for (int i = 0; i < open.length; i++) {
                step.attention()[i] = new float[0];
            }
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < open.length; i++) {
                if (open[i]) {
                    rows.add(i);
                }
            }
            float[] x = input(previous, rows);
            for (int layer = 0; layer < decoders.size(); layer++) {
                x = layer(layer, x, rows, step);
            }
            int width = weights.width();
            for (int row = 0; row < rows.size(); row++) {
                float[] mine = Arrays.copyOfRange(x, row * width, (row + 1) * width);
                outputs.get(rows.get(row)).choose(mine, rows.get(row), step);
            }
            position++;
            return step;
        }

        private float[] input(int[] previous, List<Integer> rows) {
            int width = weights.width();
            float[] x = new float[rows.size() * width];
            for (int row = 0; row < rows.size(); row++) {
                if (position == 0) {
                    positions.start(x, row * width);
                } else {
                    positions.word(weights.target(), previous[rows.get(row)], position, x, row * width);
                }
            }
            return x;
        }

        private float[] layer(int number, float[] x, List<Integer> rows, Step step) {
            PackedDecoder layer = decoders.get(number);
            int[] starts = Product.single(rows.size());
            float[] joined = joined(cells[number], rows);
            float[] h = layer.recurrence().apply(x, joined, starts);
            part(joined, cells[number], rows);
            float[] query = layer.attention().query().apply(h, starts);
            float[] found = new float[h.length];
            for (int row = 0; row < rows.size(); row++) {
                int sentence = rows.get(row);
                // The last layer's remains: it was trained to align words.
                step.attention()[sentence] = memories.get(number).get(sentence).attend(query, found, row, 1);
            }
            float[] out = layer.attention().output().apply(found, starts);
            JavaLayers.addAndNorm(out, h, layer.attention().norm());
            return layer.feedForward().apply(out, starts);
        }

        private float[] joined(float[][] parts, List<Integer> rows) {
            int width = weights.width();
            float[] all = new float[rows.size() * width];
            for (int row = 0; row < rows.size(); row++) {
                System.arraycopy(parts[rows.get(row)], 0, all, row * width, width);
            }
            return all;
        }

        private void part(float[] all, float[][] parts, List<Integer> rows) {
            int width = weights.width();
            for (int row = 0; row < rows.size(); row++) {
                System.arraycopy(all, row * width, parts[rows.get(row)], 0, width);
            }
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {}
}
