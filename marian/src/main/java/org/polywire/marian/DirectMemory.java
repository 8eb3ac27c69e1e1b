package org.polywire.marian;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Memory outside of the heap that is used again: the system takes longer to give new pages than a run takes to write into them. Safe to
 * share between threads.
 */
final class DirectMemory {
    /** What is kept for the next run; more than a batch of published models needs. */
    private static final long MOST_KEPT = 16L << 20;

    /** A buffer serves for a need of at least this part of it. */
    private static final int PARTS = 4;

    private static final int LEAST = 4096;

    private final List<ByteBuffer> free = new ArrayList<>();

    Loan loan() {
        return new Loan();
    }

    private ByteBuffer take(int size) {
        ByteBuffer found = free(size);
        return found == null ? ByteBuffer.allocateDirect(rounded(size)) : found;
    }

    /** By its place: buffers are equal if they hold the same. */
    private synchronized @Nullable ByteBuffer free(int size) {
        for (int i = 0; i < free.size(); i++) {
            int capacity = free.get(i).capacity();
            if (capacity >= size && capacity / PARTS <= Math.max(size, LEAST)) {
                return free.remove(i);
            }
        }
        return null;
    }

    /** The next power of two, so that needs that differ a little find the same buffers. */
    private static int rounded(int size) {
        int power = Integer.highestOneBit(Math.max(size, LEAST));
        return power == size || power << 1 < 0 ? size : Math.max(power << 1, LEAST);
    }

    private synchronized void give(List<ByteBuffer> buffers) {
        long kept = free.stream().mapToLong(ByteBuffer::capacity).sum();
        for (ByteBuffer buffer : buffers) {
            kept += buffer.capacity();
            if (kept <= MOST_KEPT) {
                free.add(buffer);
            }
        }
    }

    /** What one run has borrowed, until it is closed; nothing may read it after that. Not for sharing between threads. */
    final class Loan implements AutoCloseable {
        private final List<ByteBuffer> taken = new ArrayList<>();

        /** So many bytes, with anything in them, in the machine's order. */
        ByteBuffer bytes(int size) {
            ByteBuffer buffer = take(size);
            taken.add(buffer);
            return buffer.slice(0, size).order(ByteOrder.nativeOrder());
        }

        /** So many numbers, with anything in them. */
        FloatBuffer floats(int size) {
            return bytes(size * Float.BYTES).asFloatBuffer();
        }

        FloatBuffer zeros(int size) {
            return floats(size).put(new float[size]).rewind();
        }

        @Override
        public void close() {
            give(taken);
            taken.clear();
        }
    }
}
