package org.polywire.story;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The least values of a set under {@value #SIZE} orders; two sets have as large a part of them in common as of their members
 * (Broder, On the resemblance and containment of documents, 1997). Immutable.
 */
final class MinHash {
    static final int SIZE = 64;
    static final int BYTES = 4 * SIZE + 4;

    /**
     * Two values make a band, by which sets are found that share {@code s} of their members with a chance of
     * {@code 1-(1-s²)^32}: 95 % at {@code s} = 0.3.
     */
    static final int BANDS = SIZE / 2;

    /** A step between the orders; odd, so that no two are alike. */
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final int[] least;
    private final int members;

    private MinHash(int[] least, int members) {
        this.least = least;
        this.members = members;
    }

    /** Of a set of well-mixed numbers; each of them once. */
    static MinHash of(long[] set) {
        int[] least = new int[SIZE];
        for (int order = 0; order < SIZE; order++) {
            long step = STEP * (2L * order + 1);
            long min = Long.MAX_VALUE;
            for (long member : set) {
                min = Math.min(min, Hash.mixed(member + step) & Long.MAX_VALUE);
            }
            least[order] = (int) (min ^ min >>> 32);
        }
        return new MinHash(least, set.length);
    }

    int members() {
        return members;
    }

    /** A number for a band, to be looked up; the same in sets that have both values of it. */
    int band(int number) {
        long pair = (long) least[2 * number] << 32 | least[2 * number + 1] & 0xffffffffL;
        return (int) Hash.mixed(pair + STEP * number);
    }

    /** The part of all members that both have, about: 0 to 1, give or take 0.06. */
    double resemblance(MinHash other) {
        if (members == 0 || other.members == 0) {
            return 0;
        }
        int same = 0;
        for (int i = 0; i < SIZE; i++) {
            same += least[i] == other.least[i] ? 1 : 0;
        }
        return (double) same / SIZE;
    }

    /** The part of the smaller set that is in the larger one, about: 0 to 1. */
    double containment(MinHash other) {
        double resemblance = resemblance(other);
        double both = resemblance * (members + other.members) / (1 + resemblance);
        return Math.min(1, both / Math.max(1, Math.min(members, other.members)));
    }

    void write(ByteBuffer buffer) {
        buffer.putInt(members);
        for (int value : least) {
            buffer.putInt(value);
        }
    }

    static MinHash read(ByteBuffer buffer) {
        int members = buffer.getInt();
        int[] least = new int[SIZE];
        Arrays.setAll(least, i -> buffer.getInt());
        return new MinHash(least, members);
    }
}
