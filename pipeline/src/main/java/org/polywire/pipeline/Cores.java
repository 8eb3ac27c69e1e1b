package org.polywire.pipeline;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The places where processor-bound work is done: as many at once as there are cores, first come, first served. Without it, two
 * dozen articles worked on at once would each take two dozen times as long.
 */
final class Cores {
    private final Semaphore places;

    Cores(int count) {
        places = new Semaphore(count, true);
    }

    <T> T work(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
