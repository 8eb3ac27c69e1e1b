package org.polywire.testkit;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Random tests that can be repeated: a failure names its seed, and {@code -Dseed=N} runs that seed alone.
 */
public final class Seeded {
    private Seeded() {}

    /** Runs a check with each of the seeds 1 to {@code runs}. */
    public static void run(int runs, Consumer<Random> check) {
        String only = System.getProperty("seed", "");
        if (!only.isEmpty()) {
            run(Long.parseLong(only), check);
            return;
        }
        for (long seed = 1; seed <= runs; seed++) {
            run(seed, check);
        }
    }

    private static void run(long seed, Consumer<Random> check) {
        try {
            check.accept(new Random(seed));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("failed with -Dseed=" + seed, e);
        }
    }
}
