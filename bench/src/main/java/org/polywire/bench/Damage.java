package org.polywire.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;

/** Documents cut off and with flipped bits: none may make their reader throw or take long. */
final class Damage {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** One of so many bytes is flipped at most. */
    private static final int SPARSE = 1000;

    private Damage() {}

    /**
     * @param readings how many damaged documents were read
     * @param slowestMillis the longest that one took, of the thread's processor time
     */
    record Result(long readings, List<String> thrown, long slowestMillis, String slowest) {
        Result and(Result other) {
            boolean slower = other.slowestMillis > slowestMillis;
            return new Result(
                    readings + other.readings,
                    Stream.concat(thrown.stream(), other.thrown.stream()).toList(),
                    slower ? other.slowestMillis : slowestMillis,
                    slower ? other.slowest : slowest);
        }
    }

    static final Result NOTHING = new Result(0, List.of(), 0, "");

    /**
     * Cuts one document at {@code cuts} places and flips bits in {@code flips} copies.
     *
     * @param name by which the result tells the document
     */
    static Result of(
            String name, Capture whole, int cuts, int flips, RandomGenerator random, Consumer<Capture> reader) {
        byte[] bytes = whole.body().toArray();
        Stream<byte[]> cut =
                IntStream.range(0, cuts).mapToObj(i -> Arrays.copyOf(bytes, (int) ((long) bytes.length * i / cuts)));
        Stream<byte[]> flipped = IntStream.range(0, flips).mapToObj(i -> flip(bytes, random));
        return Stream.concat(cut, flipped)
                .map(damaged -> read(name, with(whole, damaged), reader))
                .reduce(NOTHING, Result::and);
    }

    private static byte[] flip(byte[] whole, RandomGenerator random) {
        byte[] copy = whole.clone();
        int bits = copy.length == 0 ? 0 : 1 + random.nextInt(1 + copy.length / SPARSE);
        for (int i = 0; i < bits; i++) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static Capture with(Capture original, byte[] bytes) {
        return new Capture(
                original.requested(), original.address(), original.headers(), Bytes.copyOf(bytes), original.at());
    }

    /** A reader that throws anything at all is what this is looking for. */
    static Result read(String name, Capture damaged, Consumer<Capture> reader) {
        long start = THREADS.getCurrentThreadCpuTime();
        List<String> thrown = List.of();
        try {
            reader.accept(damaged);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            thrown = List.of(name + ": " + e);
        }
        return new Result(1, thrown, (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000, name);
    }
}
