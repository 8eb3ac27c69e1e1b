package org.polywire.marian;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DirectMemoryTest {
    private static final byte OLD = 7;

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
