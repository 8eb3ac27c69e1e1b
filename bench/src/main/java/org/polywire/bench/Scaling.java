package org.polywire.bench;

import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * How many times as much two threads do in the same time as one, by the clock, as what they share, such as memory, shows only there.
 *
 * <p>The threads take units of work from one queue, as a newsroom's take articles. One and two take turns, and the times are added
 * up: where a neighbour slows one of two cores, one thread meets it half of the time.
 */
final class Scaling {
    private static final int ROUNDS = 6;

    /** Each unit is done so many times in a turn of one thread, so that the last one matters little. */
    private static final int REPEATED = 4;

    private static final int LOOPS = 20;
    private static final int TURNS = 10_000;
    private static final int FLOATS = 1_024;

    private final List<? extends Runnable> units;
    private final ExecutorService pool;

    private Scaling(List<? extends Runnable> units, ExecutorService pool) {
        this.units = units;
        this.pool = pool;
    }

    /** Between 1, if the second thread is of no use, and about 2. */
    static double measure(List<? extends Runnable> units) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            return new Scaling(units, pool).measured();
        }
    }

    /** Of a loop that shares nothing with others but the machine: what can be reached. */
    static double limit() throws InterruptedException, ExecutionException {
        return measure(Collections.nCopies(LOOPS, Scaling::loop));
    }

    private double measured() throws InterruptedException, ExecutionException {
        seconds(2);
        double one = 0;
        double two = 0;
        for (int round = 0; round < ROUNDS; round++) {
            one += seconds(1);
            two += seconds(2);
        }
        return 2 * one / two;
    }

    /** Until so many threads have done so many times the work. */
    private long seconds(int threads) throws InterruptedException, ExecutionException {
        Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
        Collections.nCopies(threads * REPEATED, units).forEach(queue::addAll);
        long begin = System.nanoTime();
        List<Future<Void>> running = Stream.generate(() -> pool.submit(() -> work(queue)))
                .limit(threads)
                .toList();
        for (Future<Void> one : running) {
            one.get();
        }
        return System.nanoTime() - begin;
    }

    private static Void work(Queue<? extends Runnable> queue) {
        for (Runnable unit = queue.poll(); unit != null; unit = queue.poll()) {
            unit.run();
        }
        return null;
    }

    private static void loop() {
        float[] numbers = new float[FLOATS];
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < FLOATS; i++) {
                numbers[i] = numbers[i] * 0.5f + turn;
            }
        }
        if (numbers[0] < 0) {
            throw new IllegalStateException("a sum of positive numbers is negative");
        }
    }
}
