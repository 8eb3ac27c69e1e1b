package org.polywire.marian;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A model run by ONNX Runtime. Each run uses one thread, the caller's; several threads may run one model at a time and share its
 * memory. Safe to share between threads.
 */
final class OnnxNetwork implements Network {
    private static final float MASKED = -99_999_999f;

    private final Weights weights;
    private final Arithmetic arithmetic;
    private final int layers;
    private final Positions positions;
    private final OrtEnvironment environment;
    private final OrtSession encoder;
    private final OrtSession stepper;
    private final OrtSession keeper;
    private final DirectMemory memory = new DirectMemory();

    OnnxNetwork(Weights weights, Arithmetic arithmetic) {
        this.weights = weights.withoutLayers();
        this.arithmetic = arithmetic;
        this.layers = weights.decoders().size();
        this.positions = new Positions(weights.width());
        this.environment = environment();
        OnnxModels models = new OnnxModels(weights, arithmetic);
        Aside<OrtSession> step = Aside.begin(() -> session(models.step()));
        encoder = session(models.encoder());
        keeper = session(models.keep());
        stepper = step.get();
    }

    /** Whether the runtime has a library for this machine. */
    static boolean available() {
        try {
            return !version().isEmpty();
        } catch (LinkageError | IllegalStateException e) {
            // So on machines that the runtime is not made for.
            return false;
        }
    }

    static String version() {
        return environment().getVersion();
    }

    /** Quirk: there is one for the whole process, and only the first call's level of logging counts. */
    private static OrtEnvironment environment() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "polywire");
        try {
            // On Windows the runtime would tell its makers of our sessions.
            environment.setTelemetry(false);
        } catch (OrtException e) {
            throw new MarianException("ONNX Runtime: " + e.getMessage(), e);
        }
        return environment;
    }

    private OrtSession session(byte[] graph) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // Sizes differ from batch to batch: plans for them would only hold on to memory.
            options.setMemoryPatternOptimization(false);
            options.setCPUArenaAllocator(false);
            return environment.createSession(graph, options);
        } catch (OrtException e) {
            throw new MarianException("ONNX Runtime does not take the model: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean alone() {
        return weights.dynamic();
    }

    @Override
    public Decoding begin(List<int[]> sources, List<int[]> allowed) {
        try {
            return new Run(sources, allowed);
        } catch (OrtException e) {
            throw new MarianException("ONNX Runtime: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            encoder.close();
            stepper.close();
            keeper.close();
        } catch (OrtException e) {
            throw new MarianException("ONNX Runtime: " + e.getMessage(), e);
        }
    }

    private OnnxTensor tensor(FloatBuffer values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, values, shape);
    }

    /**
     * Sentences on the way, padded to the longest of them. Whenever a quarter of those that are computed have come to their end, the
     * others go on without them.
     */
    private final class Run implements Decoding {
        private static final float MOST_LEFT = 0.75f;

        private final int sentences;
        private final int[] lengths;
        private final int longest;
        private final int[] choice;

        /** Of the word that is being written; used again, as there are as many as words. */
        private final float[] vector;

        private final Map<String, OnnxTensor> inputs = new HashMap<>();
        private final DirectMemory.Loan loan = memory.loan();

        /** What all steps need, whoever goes on. */
        private final List<AutoCloseable> common = new ArrayList<>();

        /** What has a part for each sentence that goes on. */
        private final List<AutoCloseable> parts = new ArrayList<>();

        /** The sentences that go on, by their numbers. */
        private int[] rows;

        private FloatBuffer words;
        private OrtSession.@Nullable Result before;
        private int position;

        Run(List<int[]> sources, List<int[]> allowed) throws OrtException {
            sentences = sources.size();
            rows = IntStream.range(0, sentences).toArray();
            lengths = sources.stream().mapToInt(source -> source.length).toArray();
            longest = Arrays.stream(lengths).max().orElse(1);
            choice = union(allowed);
            vector = new float[weights.width()];
            words = words();
            part("mask", tensor(mask(sources), sentences, 1, 1, longest));
            encode(sources);
            for (int i = 0; i < layers; i++) {
                part("c" + i, tensor(loan.zeros(sentences * weights.width()), sentences, 1, weights.width()));
            }
            outputLayer(allowed);
        }

        private void part(String name, OnnxTensor tensor) {
            parts.add(tensor);
            inputs.put(name, tensor);
        }

        private void common(String name, OnnxTensor tensor) {
            common.add(tensor);
            inputs.put(name, tensor);
        }

        private FloatBuffer words() throws OrtException {
            FloatBuffer buffer = loan.floats(rows.length * weights.width());
            part("x", tensor(buffer, rows.length, 1, weights.width()));
            return buffer;
        }

        private OnnxTensor input(String name) {
            OnnxTensor tensor = inputs.get(name);
            if (tensor == null) {
                throw new IllegalStateException("no input " + name);
            }
            return tensor;
        }

        private int[] union(List<int[]> allowed) {
            BitSet union = new BitSet();
            for (int[] list : allowed) {
                for (int word : list) {
                    union.set(word);
                }
            }
            return union.stream().toArray();
        }

        private FloatBuffer mask(List<int[]> sources) {
            FloatBuffer mask = loan.zeros(sentences * longest);
            for (int i = 0; i < sentences; i++) {
                for (int p = sources.get(i).length; p < longest; p++) {
                    mask.put(i * longest + p, MASKED);
                }
            }
            return mask;
        }

        private void encode(List<int[]> sources) throws OrtException {
            FloatBuffer values = loan.floats(sentences * longest * vector.length);
            for (int[] source : sources) {
                for (int p = 0; p < longest; p++) {
                    positions.word(weights.source(), p < source.length ? source[p] : Vocabulary.END, p, vector, 0);
                    values.put(vector);
                }
            }
            try (OnnxTensor embedded = tensor(values.rewind(), sentences, longest, vector.length)) {
                take(encoder.run(Map.of("x", embedded, "mask", input("mask"))), encoder, "");
            }
        }

        /** Makes the outputs of a run inputs of the steps to come. */
        private void take(OrtSession.Result result, OrtSession session, String mark) throws OrtException {
            parts.add(result);
            for (String name : session.getOutputInfo().keySet()) {
                inputs.put(name.substring(0, name.length() - mark.length()), tensorOf(result, name));
            }
        }

        /** The union of what the sentences may use; what one of them may not use is barred in its row of the bias. */
        private void outputLayer(List<int[]> allowed) throws OrtException {
            common("wo", arithmetic == Arithmetic.INT_8 ? outputBytes() : outputNumbers());
            int size = choice.length;
            FloatBuffer bias = loan.floats(sentences * size);
            float[] row = new float[size];
            for (int[] mine : allowed) {
                bias(mine, row);
                bias.put(row);
            }
            part("bo", tensor(bias.rewind(), sentences, 1, size));
            FloatBuffer bar = loan.floats(size);
            for (int k = 0; k < size; k++) {
                bar.put(k, choice[k] == Vocabulary.UNKNOWN ? MASKED : 0);
            }
            common("bar", tensor(bar, size));
        }

        /** Writes the bias of each word to choose from, for a sentence that may use these, ascending. */
        private void bias(int[] mine, float[] bias) {
            Arrays.fill(bias, MASKED);
            int k = 0;
            for (int word : mine) {
                while (choice[k] != word) {
                    k++;
                }
                bias[k] = weights.outputBias()[word];
            }
        }

        /** The vectors of the words to choose from, a column each. */
        private OnnxTensor outputBytes() throws OrtException {
            int width = weights.width();
            ByteBuffer matrix = loan.bytes(width * choice.length);
            byte[] row = new byte[choice.length];
            for (int i = 0; i < width; i++) {
                outputRow(i, row);
                matrix.put(row);
            }
            return OnnxTensor.createTensor(
                    environment, matrix.rewind(), new long[] {width, choice.length}, OnnxJavaType.INT8);
        }

        private OnnxTensor outputNumbers() throws OrtException {
            int width = weights.width();
            float unit = 1 / weights.target().multiplier();
            FloatBuffer matrix = loan.floats(width * choice.length);
            byte[] row = new byte[choice.length];
            for (int i = 0; i < width; i++) {
                outputRow(i, row);
                for (byte value : row) {
                    matrix.put(value * unit);
                }
            }
            return tensor(matrix.rewind(), width, choice.length);
        }

        private void outputRow(int number, byte[] row) {
            byte[] vectors = weights.target().values();
            int width = weights.width();
            for (int k = 0; k < row.length; k++) {
                row[k] = vectors[choice[k] * width + number];
            }
        }

        @Override
        public Step next(int[] previous, boolean[] going) {
            try {
                int[] left = IntStream.range(0, rows.length)
                        .filter(row -> going[rows[row]])
                        .toArray();
                if (left.length <= rows.length * MOST_LEFT) {
                    keep(left);
                }
                return run(previous);
            } catch (OrtException e) {
                throw new MarianException("ONNX Runtime: " + e.getMessage(), e);
            }
        }

        /** Goes on with some of the rows only. */
        private void keep(int[] left) throws OrtException {
            LongBuffer chosen = ByteBuffer.allocateDirect(left.length * Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asLongBuffer();
            for (int row : left) {
                chosen.put(row);
            }
            Map<String, OnnxTensor> all = new HashMap<>();
            try (OnnxTensor indexes = OnnxTensor.createTensor(environment, chosen.rewind(), new long[] {left.length})) {
                keeper.getInputNames().forEach(name -> all.put(name, name.equals("rows") ? indexes : input(name)));
                OrtSession.Result kept = keeper.run(all);
                release(parts);
                take(kept, keeper, OnnxModels.KEPT);
            }
            rows = Arrays.stream(left).map(row -> rows[row]).toArray();
            words = words();
        }

        private Step run(int[] previous) throws OrtException {
            embed(previous);
            OrtSession.Result result = stepper.run(inputs);
            if (before != null) {
                before.close();
            }
            before = result;
            for (int i = 0; i < layers; i++) {
                inputs.put("c" + i, tensorOf(result, "d" + i));
            }
            position++;
            return step(result);
        }

        private void embed(int[] previous) {
            for (int row = 0; row < rows.length; row++) {
                if (position == 0) {
                    positions.start(vector, 0);
                } else {
                    positions.word(weights.target(), previous[rows[row]], position, vector, 0);
                }
                words.put(row * vector.length, vector);
            }
        }

        private Step step(OrtSession.Result result) throws OrtException {
            Step step = new Step(new int[sentences], new float[sentences], new float[sentences][]);
            LongBuffer best = tensorOf(result, "word").getLongBuffer();
            FloatBuffer sum = tensorOf(result, "sum").getFloatBuffer();
            FloatBuffer shares = tensorOf(result, "attention").getFloatBuffer();
            for (int row = 0; row < rows.length; row++) {
                int sentence = rows[row];
                step.words()[sentence] = choice[(int) best.get(row)];
                step.scores()[sentence] = (float) -Math.log(sum.get(row));
                step.attention()[sentence] = new float[lengths[sentence]];
                shares.get(row * longest, step.attention()[sentence]);
            }
            return step;
        }

        private static OnnxTensor tensorOf(OrtSession.Result result, String name) {
            return (OnnxTensor) result.get(name).orElseThrow();
        }

        @Override
        public void close() {
            if (before != null) {
                before.close();
            }
            release(parts);
            release(common);
            loan.close();
        }

        private static void release(List<AutoCloseable> resources) {
            for (AutoCloseable resource : resources) {
                switch (resource) {
                    case OnnxTensor tensor -> tensor.close();
                    case OrtSession.Result result -> result.close();
                    default -> throw new IllegalStateException("not ours: " + resource);
                }
            }
            resources.clear();
        }
    }
}
