package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private final Rhythm rhythm = Rhythm.defaults();
    private final Random random = new Random(1);

    @Test
    void newsShortenThePauseAndSilenceLengthensItWithinTheBounds() {
        Duration pause = Duration.ofMinutes(10);
        assertThat(rhythm.pauseAfter(true, pause)).isEqualTo(Duration.ofMinutes(5));
        assertThat(rhythm.pauseAfter(false, pause)).isEqualTo(Duration.ofMinutes(15));
        assertThat(rhythm.pauseAfter(true, rhythm.pollMin())).isEqualTo(rhythm.pollMin());
        assertThat(rhythm.pauseAfter(false, rhythm.pollMax())).isEqualTo(rhythm.pollMax());
    }

    @Test
    void visitsComeFurtherApartAndEnd() {
        assertThat(rhythm.revisit(NOW, 0, NOW)).contains(NOW.plus(Duration.ofMinutes(5)));
        assertThat(rhythm.revisit(NOW, 1, NOW)).contains(NOW.plus(Duration.ofMinutes(10)));
        assertThat(rhythm.revisit(NOW, 1000, NOW)).contains(NOW.plus(rhythm.revisitMax()));
        assertThat(rhythm.revisit(NOW, 3, NOW.plus(rhythm.revisitFor()))).isEmpty();
    }

    @Test
    void triesComeFurtherApartButNeverFurtherThanTheLongestAndAQuarter() {
        for (int failures = 0; failures < 100; failures++) {
            Instant next = rhythm.retry(failures, Duration.ZERO, random, NOW);
            assertThat(next)
                    .isBetween(
                            NOW.plus(rhythm.retryFirst()),
                            NOW.plus(rhythm.retryMax().multipliedBy(5).dividedBy(4)));
        }
    }

    @Test
    void aServerThatAsksForPatienceGetsItUpToADay() {
        assertThat(rhythm.retry(0, Duration.ofHours(1), random, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(rhythm.retry(0, Duration.ofDays(400), random, NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    /** Thousands may wait for the month's turn, and few for the end of a minute. */
    @Test
    void whatWaitsForOneInstantIsSpreadAfterItInProportionToTheWait() {
        Set<Instant> tries = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Instant turn = NOW.plus(Duration.ofDays(7));
            Instant next = rhythm.spread(turn, random, NOW);
            assertThat(next).isBetween(turn, turn.plus(rhythm.retryMax().dividedBy(4)));
            tries.add(next);
            Instant soon = NOW.plus(Duration.ofMinutes(1));
            assertThat(rhythm.spread(soon, random, NOW)).isBetween(soon, soon.plus(Duration.ofSeconds(15)));
        }
        assertThat(tries).hasSizeGreaterThan(90);
        assertThat(rhythm.spread(NOW.minusSeconds(9), random, NOW)).isEqualTo(NOW.minusSeconds(9));
    }
}
