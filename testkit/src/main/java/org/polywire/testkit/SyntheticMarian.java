package org.polywire.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Makes translation models in the real form of Marian's files, with random weights: what comes out is nonsense, but engines can
 * be compared with it number by number. The same arguments give the same bytes on every machine.
 */
public final class SyntheticMarian {
    private static final int FLOAT_32 = 0x0404;
    private static final int INT_8 = 0x0101;
    private static final int INTGEMM_8 = 0x4101;
    private static final int ALIGNMENT = 256;
    private static final long FREQUENT = 50;

    /** The sizes of a kind of model; {@link #LEAST} and {@link #MICRO} are for tests, the others are published. */
    public enum Shape {
        LEAST(16, 16, 1, 1),
        MICRO(64, 128, 2, 2),
        TINY(256, 1536, 6, 2),
        BASE_MEMORY(384, 1536, 6, 4),
        BASE(512, 2048, 6, 2);

        private final int width;
        private final int inner;
        private final int encoders;
        private final int decoders;

        Shape(int width, int inner, int encoders, int decoders) {
            this.width = width;
            this.inner = inner;
            this.encoders = encoders;
            this.decoders = decoders;
        }
    }

    private final Shape shape;
    private final int words;
    private final int targetWords;
    private final boolean shared;
    private final boolean alphas;
    private final double endBias;
    private final @Nullable SentenceEnd end;
    private final Random random;
    private final List<Item> items = new ArrayList<>();

    private record Item(String name, int type, int[] shape, byte[] data) {}

    private SyntheticMarian(
            Shape shape,
            int words,
            int targetWords,
            boolean shared,
            boolean alphas,
            double endBias,
            @Nullable SentenceEnd end,
            long seed) {
        this.shape = shape;
        this.words = words;
        this.targetWords = targetWords;
        this.shared = shared;
        this.alphas = alphas;
        this.endBias = endBias;
        this.end = end;
        this.random = new Random(seed);
    }

    /**
     * The weights of a model with one vocabulary.
     *
     * @param endBias added to the end of the sentence; the greater, the shorter the translations
     */
    public static byte[] model(Shape shape, int words, double endBias, long seed) {
        return new SyntheticMarian(shape, words, words, true, true, endBias, null, seed).file();
    }

    /**
     * The weights of a model with one vocabulary whose translations end at a length in proportion to their sources'.
     *
     * @param balance the greater, the longer; how long exactly is to be found by trial
     */
    public static byte[] endingModel(Shape shape, int words, double balance, long seed) {
        SentenceEnd end = new SentenceEnd(shape.width, shape.inner, shape.encoders, shape.decoders, balance);
        return new SyntheticMarian(shape, words, words, true, true, SentenceEnd.BIAS, end, seed).file();
    }

    /** The weights of a model with two vocabularies. */
    public static byte[] splitModel(Shape shape, int words, int targetWords, long seed) {
        return new SyntheticMarian(shape, words, targetWords, false, true, 0, null, seed).file();
    }

    /** The weights of a model of the older kind, without scales for what is multiplied. */
    public static byte[] modelWithoutAlphas(Shape shape, int words, long seed) {
        return new SyntheticMarian(shape, words, words, true, false, 0, null, seed).file();
    }

    private byte[] file() {
        if (shared) {
            embedding("Wemb", words);
        } else {
            embedding("encoder_Wemb", words);
            embedding("decoder_Wemb", targetWords);
        }
        for (int i = 1; i <= shape.encoders; i++) {
            attention("encoder_l" + i + "_self");
            feedForward("encoder_l" + i + "_ffn");
        }
        for (int i = 1; i <= shape.decoders; i++) {
            String prefix = "decoder_l" + i;
            linear(prefix + "_rnn_W", shape.width, shape.width, 127 / 5f, "");
            linear(prefix + "_rnn_Wf", shape.width, shape.width, 127 / 5f, prefix + "_rnn_bf");
            norm(prefix + "_rnn_ffn");
            attention(prefix + "_context");
            feedForward(prefix + "_ffn");
        }
        float[] bias = gaussians(targetWords, 0.02);
        bias[0] += (float) endBias;
        floats("decoder_ff_logit_out_b", bias, 1, targetWords);
        alpha("none", 127 / 4.5f);
        alpha(shared ? "Wemb" : "decoder_Wemb", 127 / 4.5f);
        byte[] text = (configuration() + "\0").getBytes(StandardCharsets.UTF_8);
        items.add(new Item("special:model.yml", INT_8, new int[] {text.length}, text));
        return serialised();
    }

    private void attention(String prefix) {
        for (String part : List.of("q", "k", "v")) {
            linear(prefix + "_W" + part, shape.width, shape.width, 127 / 5f, prefix + "_b" + part);
        }
        linear(prefix + "_Wo", shape.width, shape.width, 127 / 4f, prefix + "_bo");
        norm(prefix + "_Wo");
    }

    private void feedForward(String prefix) {
        linear(prefix + "_W1", shape.width, shape.inner, 127 / 5f, prefix + "_b1");
        linear(prefix + "_W2", shape.inner, shape.width, 127 / 4f, prefix + "_b2");
        norm(prefix + "_ffn");
    }

    private void norm(String prefix) {
        float[] scale = gaussians(shape.width, 1);
        float[] bias = gaussians(shape.width, 0.1);
        if (end != null) {
            end.norm(prefix, scale, bias);
        }
        floats(prefix + "_ln_scale", scale, 1, shape.width);
        floats(prefix + "_ln_bias", bias, 1, shape.width);
    }

    private void linear(String name, int rows, int columns, float alpha, String bias) {
        float[] values = gaussians(rows * columns, Math.sqrt(2.0 / (rows + columns)));
        if (end != null) {
            end.matrix(name, values, rows);
        }
        quantised(name, values, rows, columns);
        alpha(name, alpha);
        if (!bias.isEmpty()) {
            bias(bias, columns);
        }
    }

    private void bias(String name, int columns) {
        float[] values = gaussians(columns, 0.1);
        if (end != null) {
            end.bias(name, values);
        }
        floats(name, values, 1, columns);
    }

    private void embedding(String name, int rows) {
        float[] values = gaussians(rows * shape.width, 1.5 * Math.sqrt(1.0 / shape.width));
        if (end != null) {
            end.embedding(values);
        }
        quantised(name, values, rows, shape.width);
    }

    /**
     * Stored as they come: column after column for layers, row after row for embeddings. One value stands far out and its
     * neighbour is zero, so that no sum of two products leaves 16 bits: processors without exact instructions would clip it.
     */
    private void quantised(String name, float[] values, int rows, int columns) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        values[0] = most * 2.5f;
        values[1] = 0;
        float multiplier = 127 / values[0];
        ByteBuffer data = buffer(values.length + Float.BYTES);
        for (float value : values) {
            data.put((byte) Math.rint(value * multiplier));
        }
        data.putFloat(multiplier);
        items.add(new Item(name, INTGEMM_8, new int[] {rows, columns}, data.array()));
    }

    private void alpha(String name, float value) {
        if (alphas) {
            floats(name + "_QuantMultA", new float[] {value}, 1);
        }
    }

    private void floats(String name, float[] values, int... sizes) {
        ByteBuffer data = buffer(values.length * Float.BYTES);
        data.asFloatBuffer().put(values);
        items.add(new Item(name, FLOAT_32, sizes, data.array()));
    }

    private float[] gaussians(int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
        return values;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String configuration() {
        return String.format(
                Locale.ROOT,
                """
                dec-cell: ssru
                dec-depth: %d
                dim-emb: %d
                dim-vocabs:
                  - %d
                  - %d
                enc-cell: gru
                enc-depth: %d
                input-types:
                  []
                layer-normalization: false
                lemma-dim-emb: 0
                output-omit-bias: false
                skip: false
                tied-embeddings: %s
                tied-embeddings-all: %s
                tied-embeddings-src: false
                transformer-decoder-autoreg: rnn
                transformer-dim-ffn: %d
                transformer-ffn-activation: relu
                transformer-ffn-depth: 2
                transformer-guided-alignment-layer: last
                transformer-heads: 8
                transformer-no-projection: false
                transformer-postprocess: dan
                transformer-postprocess-emb: d
                transformer-postprocess-top: ""
                transformer-preprocess: ""
                transformer-tied-layers:
                  []
                transformer-train-position-embeddings: false
                type: transformer
                version: v1.12.14 synthetic
                """,
                shape.decoders,
                shape.width,
                words,
                targetWords,
                shape.encoders,
                !shared,
                shared,
                shape.inner);
    }

    private byte[] serialised() {
        int head = 16
                + items.stream()
                        .mapToInt(item -> 32 + name(item).length + 4 * item.shape().length)
                        .sum();
        int padding = ((head + 8) / ALIGNMENT + 1) * ALIGNMENT - head - 8;
        int data = items.stream().mapToInt(SyntheticMarian::padded).sum();
        ByteBuffer out = buffer(head + 8 + padding + data);
        out.putLong(1).putLong(items.size());
        for (Item item : items) {
            out.putLong(name(item).length).putLong(item.type());
            out.putLong(item.shape().length).putLong(padded(item));
        }
        items.forEach(item -> out.put(name(item)));
        items.forEach(item -> Arrays.stream(item.shape()).forEach(out::putInt));
        out.putLong(padding).position(out.position() + padding);
        for (Item item : items) {
            out.put(item.data()).position(out.position() + padded(item) - item.data().length);
        }
        return out.array();
    }

    private static byte[] name(Item item) {
        return (item.name() + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private static int padded(Item item) {
        int size = item.data().length;
        return item.type() == INT_8 ? size : (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** A shortlist with the fifty first words for all and twenty more for each. */
    public static byte[] shortlist(int words, int targetWords, long seed) {
        Random random = new Random(seed);
        List<int[]> lists = new ArrayList<>();
        for (int word = 0; word <= words; word++) {
            BitSet list = new BitSet();
            random.ints(word == words ? 0 : 20, 0, targetWords).forEach(list::set);
            lists.add(list.stream().toArray());
        }
        int length = lists.stream().mapToInt(list -> list.length).sum();
        ByteBuffer out = buffer(48 + 8 * (words + 1) + 4 * length);
        out.putLong(0xF11A48D5013417F5L).putLong(0).putLong(FREQUENT).putLong(FREQUENT);
        out.putLong(words + 1).putLong(length);
        long offset = 0;
        for (int[] list : lists) {
            out.putLong(offset);
            offset += list.length;
        }
        lists.forEach(list -> Arrays.stream(list).forEach(out::putInt));
        return out.array();
    }

    /** A vocabulary of made-up syllables, letters and signs in the form of SentencePiece, without normalisation. */
    public static byte[] vocabulary(int size, long seed) {
        Random random = new Random(seed);
        Set<String> pieces = new LinkedHashSet<>(List.of("\u2581", ".", ",", "-", "'", "?", "!", ":", ";"));
        for (char letter = 'a'; letter <= 'z'; letter++) {
            pieces.add(String.valueOf(letter));
            pieces.add(String.valueOf(Character.toUpperCase(letter)));
        }
        for (char digit = '0'; digit <= '9'; digit++) {
            pieces.add(String.valueOf(digit));
        }
        while (pieces.size() < size - 2) {
            String syllable = syllable(random) + (random.nextBoolean() ? syllable(random) : "");
            pieces.add((random.nextBoolean() ? "\u2581" : "") + syllable);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        piece(out, "</s>", 0, 3);
        piece(out, "<unk>", 0, 2);
        int rank = 0;
        for (String piece : pieces) {
            piece(out, piece, -4 - rank++ * 0.01f - (piece.length() < 2 ? 6 : 0), 1);
        }
        // The trainer's ids of <unk>, <s>, </s> and <pad>, and a normaliser named identity.
        field(out, 2, bytes(0xC0, 2, 1, 0xC8, 2, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1, 0xD0, 2, 0));
        ByteArrayOutputStream normalizer = new ByteArrayOutputStream();
        field(normalizer, 1, "identity".getBytes(StandardCharsets.UTF_8));
        field(out, 3, normalizer.toByteArray());
        return out.toByteArray();
    }

    /** A sentence of made-up words that such a vocabulary can put together. */
    public static String sentence(int words, int mostSyllables, Random random) {
        StringJoiner sentence = new StringJoiner(" ", "", ".");
        for (int word = 0; word < words; word++) {
            StringBuilder syllables = new StringBuilder();
            for (int i = random.nextInt(mostSyllables); i >= 0; i--) {
                syllables.append(syllable(random));
            }
            sentence.add(syllables);
        }
        return sentence.toString();
    }

    private static String syllable(Random random) {
        String consonants = "bcdfghjklmnprstvwz";
        String vowels = "aeiou";
        return "" + consonants.charAt(random.nextInt(consonants.length()))
                + vowels.charAt(random.nextInt(vowels.length()))
                + (random.nextInt(3) == 0 ? consonants.charAt(random.nextInt(consonants.length())) : "");
    }

    private static void piece(ByteArrayOutputStream out, String text, float score, int kind) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        field(piece, 1, text.getBytes(StandardCharsets.UTF_8));
        piece.writeBytes(buffer(5).put((byte) (2 << 3 | 5)).putFloat(score).array());
        piece.writeBytes(bytes(3 << 3, kind));
        field(out, 1, piece.toByteArray());
    }

    private static void field(ByteArrayOutputStream out, int number, byte[] value) {
        out.write(number << 3 | 2);
        int rest = value.length;
        while (rest > 127) {
            out.write(rest & 127 | 128);
            rest >>>= 7;
        }
        out.write(rest);
        out.writeBytes(value);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
