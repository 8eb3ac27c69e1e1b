package org.polywire.marian;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.polywire.marian.BadModelException.Fault;

/**
 * Which target words may translate which source words. It keeps the output layer small: some hundred words instead of 32,000.
 * Form: marian-dev, {@code src/data/shortlist.cpp}, binary. Safe to share between threads.
 */
final class Shortlist {
    private static final long MAGIC = 0xF11A48D5013417F5L;
    private static final int HEADER = 6 * Long.BYTES;
    private static final int MAX_OFFSETS = 1_000_001;

    /** The set is filled to a multiple of this, as the original does; without that it would translate otherwise. */
    private static final int MULTIPLE = 8;

    private final int first;
    private final int[] offsets;
    private final int[] lists;
    private final int targets;
    private final boolean shared;

    private Shortlist(int first, int[] offsets, int[] lists, int targets, boolean shared) {
        this.first = first;
        this.offsets = offsets;
        this.lists = lists;
        this.targets = targets;
        this.shared = shared;
    }

    /**
     * @param targets size of the target vocabulary
     * @param shared whether both sides have one vocabulary, so that source words may stand in the target as they are
     */
    static Shortlist read(byte[] bytes, int targets, boolean shared) throws BadModelException {
        LittleEndian in = new LittleEndian(bytes, "shortlist");
        if (in.u64("magic") != MAGIC) {
            throw new BadModelException(Fault.MALFORMED, "not a shortlist in Marian's binary form");
        }
        in.u64("checksum");
        int first = in.count(targets, "number of frequent words");
        in.count(Integer.MAX_VALUE, "number of best words");
        int words = in.count(MAX_OFFSETS, "number of source words");
        int length = in.count(bytes.length / Integer.BYTES, "length of the lists");
        long expected = HEADER + 8L * words + 4L * length;
        if (expected != bytes.length) {
            throw new BadModelException(
                    expected > bytes.length ? Fault.TRUNCATED : Fault.INCONSISTENT,
                    "shortlist of " + bytes.length + " bytes instead of " + expected);
        }
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(HEADER);
        return new Shortlist(first, offsets(all, words, length), lists(all, length, targets), targets, shared);
    }

    private static int[] offsets(ByteBuffer in, int words, int length) throws BadModelException {
        int[] offsets = new int[words];
        long before = 0;
        for (int i = 0; i < words; i++) {
            long offset = in.getLong();
            if (offset < before || offset > length) {
                throw new BadModelException(Fault.INCONSISTENT, "shortlist: offset " + offset + " of word " + i);
            }
            offsets[i] = (int) offset;
            before = offset;
        }
        return offsets;
    }

    private static int[] lists(ByteBuffer in, int length, int targets) throws BadModelException {
        int[] lists = new int[length];
        in.asIntBuffer().get(lists);
        for (int word : lists) {
            if (word < 0 || word >= targets) {
                throw new BadModelException(
                        Fault.INCONSISTENT, "shortlist: word " + Integer.toUnsignedString(word) + " of " + targets);
            }
        }
        return lists;
    }

    /** The target words that a sentence may be translated with, ascending. */
    int[] allowed(int[] source) {
        BitSet chosen = new BitSet(targets);
        chosen.set(0, first);
        for (int word : source) {
            add(word, chosen);
        }
        int count = chosen.cardinality();
        for (int word = first; count % MULTIPLE != 0 && word < targets; word++) {
            if (!chosen.get(word)) {
                chosen.set(word);
                count++;
            }
        }
        return chosen.stream().toArray();
    }

    private void add(int word, BitSet chosen) {
        if (shared && word < targets) {
            chosen.set(word);
        }
        // Some files of 2021 have no offset for the end of the last word.
        if (word + 1 < offsets.length) {
            for (int i = offsets[word]; i < offsets[word + 1]; i++) {
                chosen.set(lists[i]);
            }
        }
    }
}
