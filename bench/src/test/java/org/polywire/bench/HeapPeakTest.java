package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapPeakTest {
    @Test
    void noMoreIsInUseThanThereIs() {
        HeapPeak peak = HeapPeak.watched();
        long before = peak.megabytes();
        long sum = 0;
        for (int i = 0; i < 4_000; i++) {
            sum += new byte[1 << 20].length;
        }
        assertThat(sum).isEqualTo(4_000L << 20);
        assertThat(peak.megabytes()).isBetween(before, Runtime.getRuntime().maxMemory() >> 20);
    }
}
