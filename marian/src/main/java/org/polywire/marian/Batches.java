package org.polywire.marian;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts sentences of like length together, so that little is padded. */
final class Batches {
    /**
     * Tokens in a batch, padding included. Firefox has 1,024 ({@code mini-batch-words}); with fewer, what a layer makes of them stays
     * in a core's own cache, and less is padded ({@code docs/decisions/044}).
     */
    static final int BUDGET = 384;

    private Batches() {}

    /**
     * Indexes of sentences, batch by batch; every index once. The same sentences always make the same batches.
     *
     * @param alone whether each sentence must be a batch of its own
     */
    static List<List<Integer>> of(List<int[]> sentences, boolean alone) {
        List<Integer> order = IntStream.range(0, sentences.size())
                .boxed()
                .sorted(Comparator.comparing(index -> sentences.get(index).length))
                .toList();
        List<List<Integer>> batches = new ArrayList<>();
        List<Integer> current = new ArrayList<>();
        for (int index : order) {
            int length = sentences.get(index).length;
            boolean full = alone || (current.size() + 1) * length > BUDGET;
            if (full && !current.isEmpty()) {
                batches.add(current);
                current = new ArrayList<>();
            }
            current.add(index);
        }
        if (!current.isEmpty()) {
            batches.add(current);
        }
        return batches;
    }
}
