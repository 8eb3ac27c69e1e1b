package org.polywire.bench;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.bench.FeedCorpus.Case;
import org.polywire.gather.FeedReader;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;

/** Feeds cut off and with flipped bits: none may make the reader throw or take long. */
final class FeedDamage {
    private FeedDamage() {}

    /**
     * @param readings how many damaged documents were read
     * @param slowestMillis the longest that one took
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

    /** Cuts one document at {@code cuts} places and flips one bit in {@code flips} copies. */
    static Result of(Case one, int cuts, int flips, RandomGenerator random) {
        byte[] whole = one.capture().body().toArray();
        Stream<byte[]> cut = IntStream.range(0, cuts).mapToObj(i -> Arrays.copyOf(whole, whole.length * i / cuts));
        Stream<byte[]> flipped = IntStream.range(0, flips).mapToObj(i -> flip(whole, random));
        return Stream.concat(cut, flipped).map(bytes -> read(one, bytes)).reduce(NOTHING, Result::and);
    }

    private static byte[] flip(byte[] whole, RandomGenerator random) {
        byte[] copy = whole.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** A reader that throws anything at all is what this is looking for. */
    private static Result read(Case one, byte[] bytes) {
        Capture original = one.capture();
        Capture damaged = new Capture(
                original.requested(), original.address(), original.headers(), Bytes.copyOf(bytes), original.at());
        long start = System.nanoTime();
        List<String> thrown = List.of();
        try {
            FeedReader.read(damaged);
        } catch (RuntimeException | StackOverflowError e) {
            thrown = List.of(one.file() + ": " + e);
        }
        return new Result(1, thrown, (System.nanoTime() - start) / 1_000_000, one.file());
    }
}
