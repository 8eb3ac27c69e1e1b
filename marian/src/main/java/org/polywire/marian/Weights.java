package org.polywire.marian;

import java.util.ArrayList;
import java.util.List;
import org.polywire.marian.BadModelException.Fault;

/**
 * The numbers of a model, checked and in order.
 *
 * @param shared whether source and target have one embedding matrix
 * @param outputBias one number for each target word
 * @param outputAlpha scale of what is multiplied with the output matrix, which is the target embedding; 0 if it is to be
 *     taken from the values themselves
 */
record Weights(
        Configuration configuration,
        boolean shared,
        Embedding source,
        Embedding target,
        List<EncoderLayer> encoders,
        List<DecoderLayer> decoders,
        float[] outputBias,
        float outputAlpha) {

    Weights {
        encoders = List.copyOf(encoders);
        decoders = List.copyOf(decoders);
    }

    /** Word vectors, row after row. */
    record Embedding(byte[] values, int words, int width, float multiplier) {}

    record Norm(float[] scale, float[] bias) {}

    record Attention(Affine query, Affine key, Affine value, Affine output, Norm norm) {}

    record FeedForward(Affine first, Affine second, Norm norm) {}

    /** The SSRU (Kim et al., WNGT 2019): a recurrence whose only state is one vector. */
    record Recurrence(Affine input, Affine forget, Norm norm) {}

    record EncoderLayer(Attention attention, FeedForward feedForward) {}

    record DecoderLayer(Recurrence recurrence, Attention attention, FeedForward feedForward) {}

    int width() {
        return configuration.width();
    }

    /** Whether the scales are taken from the values at hand; so in models that were made without them. */
    boolean dynamic() {
        return outputAlpha == 0;
    }

    /** The output layer for some of the target words. */
    Affine output(int[] words) {
        byte[] rows = new byte[words.length * width()];
        float[] bias = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            System.arraycopy(target.values(), words[i] * width(), rows, i * width(), width());
            bias[i] = outputBias[words[i]];
        }
        return new Affine(rows, width(), words.length, target.multiplier(), bias, outputAlpha);
    }

    /** The same without the layers' matrices, for an engine that holds them in its own form. */
    Weights withoutLayers() {
        return new Weights(configuration, shared, source, target, List.of(), List.of(), outputBias, outputAlpha);
    }

    /**
     * @throws BadModelException if a matrix is missing or of another shape than the configuration says
     */
    static Weights of(ModelFile file) throws BadModelException {
        return new Reading(file, file.configuration()).weights();
    }

    /** Takes the tensors out of a file by their names. */
    private record Reading(ModelFile file, Configuration configuration) {
        private static final String ALPHA = "_QuantMultA";

        Weights weights() throws BadModelException {
            boolean shared = file.has("Wemb");
            String name = shared ? "Wemb" : "decoder_Wemb";
            Embedding target = embedding(name, configuration.targetWords());
            if (shared && configuration.sourceWords() != configuration.targetWords()) {
                throw new BadModelException(Fault.INCONSISTENT, "one embedding for vocabularies of two sizes");
            }
            return new Weights(
                    configuration,
                    shared,
                    shared ? target : embedding("encoder_Wemb", configuration.sourceWords()),
                    target,
                    encoders(),
                    decoders(),
                    vector("decoder_ff_logit_out_b", configuration.targetWords()),
                    outputAlpha(name));
        }

        private Embedding embedding(String name, int words) throws BadModelException {
            int width = configuration.width();
            Tensor tensor = shaped(name, words, width);
            return new Embedding(tensor.quantised(), words, width, tensor.multiplier());
        }

        /** Since 2023 files have both names, older ones only one of them. */
        private float outputAlpha(String embedding) throws BadModelException {
            float alpha = alpha("none");
            return alpha != 0 ? alpha : alpha(embedding);
        }

        private List<EncoderLayer> encoders() throws BadModelException {
            List<EncoderLayer> layers = new ArrayList<>();
            for (int i = 1; i <= configuration.encoders(); i++) {
                String prefix = "encoder_l" + i;
                layers.add(new EncoderLayer(attention(prefix + "_self"), feedForward(prefix + "_ffn")));
            }
            return layers;
        }

        private List<DecoderLayer> decoders() throws BadModelException {
            List<DecoderLayer> layers = new ArrayList<>();
            for (int i = 1; i <= configuration.decoders(); i++) {
                String prefix = "decoder_l" + i;
                layers.add(new DecoderLayer(
                        recurrence(prefix + "_rnn"), attention(prefix + "_context"), feedForward(prefix + "_ffn")));
            }
            return layers;
        }

        private Attention attention(String prefix) throws BadModelException {
            int width = configuration.width();
            return new Attention(
                    affine(prefix + "_Wq", prefix + "_bq", width, width),
                    affine(prefix + "_Wk", prefix + "_bk", width, width),
                    affine(prefix + "_Wv", prefix + "_bv", width, width),
                    affine(prefix + "_Wo", prefix + "_bo", width, width),
                    norm(prefix + "_Wo"));
        }

        private FeedForward feedForward(String prefix) throws BadModelException {
            return new FeedForward(
                    affine(prefix + "_W1", prefix + "_b1", configuration.width(), configuration.inner()),
                    affine(prefix + "_W2", prefix + "_b2", configuration.inner(), configuration.width()),
                    norm(prefix + "_ffn"));
        }

        private Recurrence recurrence(String prefix) throws BadModelException {
            int width = configuration.width();
            return new Recurrence(
                    affine(prefix + "_W", "", width, width),
                    affine(prefix + "_Wf", prefix + "_bf", width, width),
                    norm(prefix + "_ffn"));
        }

        private Norm norm(String prefix) throws BadModelException {
            int width = configuration.width();
            return new Norm(vector(prefix + "_ln_scale", width), vector(prefix + "_ln_bias", width));
        }

        private Affine affine(String name, String bias, int rows, int columns) throws BadModelException {
            Tensor tensor = shaped(name, rows, columns);
            float[] added = bias.isEmpty() ? new float[0] : vector(bias, columns);
            return new Affine(tensor.quantised(), rows, columns, tensor.multiplier(), added, alpha(name));
        }

        private float alpha(String name) throws BadModelException {
            if (!file.has(name + ALPHA)) {
                return 0;
            }
            float alpha = vector(name + ALPHA, 1)[0];
            if (alpha <= 0) {
                throw new BadModelException(Fault.INCONSISTENT, name + ALPHA + " is " + alpha);
            }
            return alpha;
        }

        private float[] vector(String name, int length) throws BadModelException {
            Tensor tensor = file.get(name);
            if (tensor.elements() != length) {
                throw new BadModelException(
                        Fault.INCONSISTENT, name + " has the shape " + tensor.shape() + " instead of " + length);
            }
            return tensor.floats();
        }

        private Tensor shaped(String name, int rows, int columns) throws BadModelException {
            Tensor tensor = file.get(name);
            if (!tensor.shape().equals(List.of(rows, columns))) {
                throw new BadModelException(
                        Fault.INCONSISTENT,
                        name + " has the shape " + tensor.shape() + " instead of " + rows + " × " + columns);
            }
            return tensor;
        }
    }
}
