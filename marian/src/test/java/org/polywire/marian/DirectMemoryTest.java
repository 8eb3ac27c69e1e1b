package org.polywire.marian;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DirectMemoryTest {
    private static final byte OLD = 7;
    private static final int THREADS = 4;

    private final DirectMemory memory = new DirectMemory();

    @Test
    void whatOneRunWritesNoOtherReadsWhileBothGoOn() {
        Random random = new Random(1);
        List<DirectMemory.Loan> open = new ArrayList<>();
        List<List<ByteBuffer>> written = new ArrayList<>();
        for (int run = 0; run < 200; run++) {
            DirectMemory.Loan loan = memory.loan();
            List<ByteBuffer> buffers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                buffers.add(fill(loan.bytes(1 + random.nextInt(20_000)), run));
            }
            open.add(loan);
            written.add(buffers);
            if (open.size() > 3) {
                int closed = random.nextInt(open.size());
                assertThat(written.remove(closed)).allSatisfy(DirectMemoryTest::isOneRuns);
                open.remove(closed).close();
            }
        }
    }

    private static ByteBuffer fill(ByteBuffer buffer, int run) {
        for (int i = 0; i < buffer.capacity(); i++) {
            buffer.put(i, (byte) run);
        }
        return buffer;
    }

    private static void isOneRuns(ByteBuffer buffer) {
        for (int i = 0; i < buffer.capacity(); i++) {
            assertThat(buffer.get(i)).isEqualTo(buffer.get(0));
        }
    }

    @Test
    void noTwoThreadsHaveTheSameMemory() throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                byte mark = (byte) thread;
                running.add(pool.submit(() -> borrowAgainAndAgain(mark)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    /** Buffers are given back with the same in all of them, so that only what they are tells them apart. */
    private void borrowAgainAndAgain(byte mark) {
        for (int run = 0; run < 20_000; run++) {
            try (DirectMemory.Loan loan = memory.loan()) {
                ByteBuffer buffer = loan.bytes(64);
                buffer.put(0, mark);
                Thread.yield();
                assertThat(buffer.get(0)).isEqualTo(mark);
                buffer.put(0, OLD);
            }
        }
    }

    @Test
    void zerosAreZerosWhereSomethingElseStood() {
        try (DirectMemory.Loan first = memory.loan()) {
            fill(first.bytes(8_000), OLD);
        }
        try (DirectMemory.Loan second = memory.loan()) {
            FloatBuffer zeros = second.zeros(2_000);
            for (int i = 0; i < zeros.capacity(); i++) {
                assertThat(zeros.get(i)).isZero();
            }
        }
    }

    @Test
    void whatWasGivenBackIsTakenAgain() {
        try (DirectMemory.Loan first = memory.loan()) {
            fill(first.bytes(100_000), OLD);
        }
        try (DirectMemory.Loan second = memory.loan()) {
            assertThat(second.bytes(90_000).get(89_999)).isEqualTo(OLD);
            assertThat(second.bytes(90_000).get(89_999)).isZero();
        }
    }

    @Test
    void aLargeNeedIsNotKeptForSmallOnes() {
        try (DirectMemory.Loan first = memory.loan()) {
            fill(first.bytes(32 << 20), OLD);
        }
        try (DirectMemory.Loan second = memory.loan()) {
            assertThat(second.bytes(32 << 20).get(0)).isZero();
        }
    }
}
