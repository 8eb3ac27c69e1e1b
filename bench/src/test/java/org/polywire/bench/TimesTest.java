package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void sharesAreByNearestRank() {
        Times times = Times.of(
                IntStream.rangeClosed(1, 100).mapToObj(Duration::ofSeconds).toList());
        assertThat(times.median()).isEqualTo(Duration.ofSeconds(50));
        assertThat(times.percentile95()).isEqualTo(Duration.ofSeconds(95));
        assertThat(times.longest()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void noneTakeNoTime() {
        assertThat(Times.of(List.of()).longest()).isZero();
    }
}
