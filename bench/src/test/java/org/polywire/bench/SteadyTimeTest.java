package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.polywire.testkit.MutableClock;

class SteadyTimeTest {
    private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");

    private final MutableClock real = new MutableClock(START);
    private final SteadyTime time = new SteadyTime(real);

    @Test
    void onAQuietMachineItIsTheRealTime() {
        time.slow(0.5);
        real.advance(Duration.ofSeconds(10));
        assertThat(time.instant()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void itGoesSlowerFromTheMomentOnThatTheMachineIsAndNeverJumps() {
        real.advance(Duration.ofSeconds(10));
        time.slow(4);
        assertThat(time.instant()).isEqualTo(START.plusSeconds(10));
        real.advance(Duration.ofSeconds(8));
        assertThat(time.instant()).isEqualTo(START.plusSeconds(12));
        time.slow(1);
        real.advance(Duration.ofSeconds(3));
        assertThat(time.instant()).isEqualTo(START.plusSeconds(15));
        assertThat(time.real(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    }
}
