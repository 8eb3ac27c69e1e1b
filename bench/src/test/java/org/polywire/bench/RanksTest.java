package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    void theSameOrderCorrelatesFullyAndTheOppositeAsMuch() {
        assertThat(Ranks.correlation(List.of(1.0, 2.0, 9.0), List.of(0.1, 0.2, 0.3)))
                .isEqualTo(1, within(1e-9));
        assertThat(Ranks.correlation(List.of(1.0, 2.0, 9.0), List.of(3.0, 2.0, 1.0)))
                .isEqualTo(-1, within(1e-9));
    }

    @Test
    void equalValuesShareTheirRank() {
        assertThat(Ranks.correlation(List.of(1.0, 1.0, 2.0, 2.0), List.of(1.0, 2.0, 3.0, 4.0)))
                .isEqualTo(0.894, within(1e-3));
        assertThat(Ranks.correlation(List.of(1.0, 1.0), List.of(1.0, 2.0))).isZero();
    }

    @Test
    void chrFKnowsTheSameTextAndAnotherOne() {
        assertThat(ChrF.of("Ein Haus am See.", "Ein Haus am See.")).isEqualTo(100, within(1e-9));
        assertThat(ChrF.of("abc", "xyz")).isZero();
        assertThat(ChrF.of("Das Haus ist rot.", "Das Haus war rot.")).isBetween(50.0, 90.0);
    }

    @Test
    void leastSquaresFindALine() {
        double[] weights = LeastSquares.fit(
                List.of(new double[] {1, 0}, new double[] {1, 1}, new double[] {1, 2}), List.of(1.0, 3.0, 5.0));
        assertThat(weights[0]).isEqualTo(1, within(0.02));
        assertThat(weights[1]).isEqualTo(2, within(0.02));
    }
}
