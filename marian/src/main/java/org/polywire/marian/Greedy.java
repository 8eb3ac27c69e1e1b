package org.polywire.marian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Translates by taking the best word at each step, as the published models are meant to be used (beam 1). A sentence ends at the
 * end word, or when it has twice as many words as the source; that limit is each sentence's own, so that a translation does not
 * depend on what else is in the batch.
 */
final class Greedy {
    /** Marian's {@code max-length-factor} in Firefox. */
    private static final int LENGTH_FACTOR = 2;

    private Greedy() {}

    /**
     * One translated sentence.
     *
     * @param words with the end of the sentence, unless it was cut off
     * @param scores logarithm of the probability of each word
     * @param alignment for each word, how much each source word has to do with it
     */
    record Result(int[] words, float[] scores, float[][] alignment, boolean cutOff) {}

    /** A sentence that is being translated. */
    private static final class Growing {
        private final int limit;
        private final int[] words;
        private final float[] scores;
        private final float[][] alignment;
        private int size;
        private boolean ended;

        Growing(int[] source) {
            limit = LENGTH_FACTOR * source.length;
            words = new int[limit];
            scores = new float[limit];
            alignment = new float[limit][];
        }

        boolean open() {
            return !ended && size < limit;
        }

        void add(int word, float score, float[] attention) {
            words[size] = word;
            scores[size] = score;
            alignment[size++] = attention;
            ended = word == Vocabulary.END;
        }

        Result result() {
            return new Result(
                    Arrays.copyOf(words, size), Arrays.copyOf(scores, size), Arrays.copyOf(alignment, size), !ended);
        }
    }

    static List<Result> translate(Network network, List<int[]> sources, List<int[]> allowed) {
        List<Growing> sentences = sources.stream().map(Growing::new).toList();
        try (Network.Decoding decoding = network.begin(sources, allowed)) {
            int[] previous = new int[sources.size()];
            boolean[] open = open(sentences);
            while (sentences.stream().anyMatch(Growing::open)) {
                Network.Step step = decoding.next(previous, open);
                add(step, sentences);
                previous = step.words();
                open = open(sentences);
            }
        }
        List<Result> results = new ArrayList<>();
        sentences.forEach(sentence -> results.add(sentence.result()));
        return results;
    }

    private static boolean[] open(List<Growing> sentences) {
        boolean[] open = new boolean[sentences.size()];
        for (int i = 0; i < open.length; i++) {
            open[i] = sentences.get(i).open();
        }
        return open;
    }

    private static void add(Network.Step step, List<Growing> sentences) {
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).open()) {
                sentences.get(i).add(step.words()[i], step.scores()[i], step.attention()[i]);
            }
        }
    }
}
