package org.polywire.marian;

import java.util.List;

/** A model ready to run. Safe to share between threads; close it when no decoding is open. */
interface Network extends AutoCloseable {
    /**
     * Encodes sentences that are to be translated side by side.
     *
     * @param sources words with the end of the sentence; none empty
     * @param allowed for each sentence the target words it may be translated with, ascending
     */
    Decoding begin(List<int[]> sources, List<int[]> allowed);

    /** Whether each sentence must be a batch of its own, because it would not come out alike in company. */
    boolean alone();

    @Override
    void close();

    /** Sentences on the way. Not for sharing between threads. */
    interface Decoding extends AutoCloseable {
        /**
         * Goes on by one word in every sentence.
         *
         * @param previous the words of the step before; of no meaning in the first step
         * @param open the sentences that are not at their end; what comes of the others is of no meaning
         */
        Step next(int[] previous, boolean[] open);

        @Override
        void close();
    }

    /**
     * What came of one step, for each sentence.
     *
     * @param words the best ones
     * @param scores logarithms of their probabilities
     * @param attention for each sentence how much each of its source words has to do with the word; not used by the network again
     */
    record Step(int[] words, float[] scores, float[][] attention) {}
}
