package org.polywire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewTest {
    @Test
    void aReviewTellsTheAverageAndTheLeastOfWhatWasJudged() {
        Review review = new Review(List.of(), Map.of(0, 0.9, 3, 0.6));
        assertThat(review.mean().orElseThrow()).isCloseTo(0.75, within(1e-9));
        assertThat(review.least()).hasValue(0.6);
        assertThat(review.fit(3)).hasValue(0.6);
        assertThat(review.fit(1)).isEmpty();
    }

    @Test
    void whereNothingWasJudgedThereIsNoScore() {
        assertThat(Review.NONE.mean()).isEmpty();
        assertThat(Review.NONE.least()).isEmpty();
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        for (double wrong : List.of(-0.1, 1.1, Double.NaN)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Review(List.of(), Map.of(0, wrong)));
        }
    }
}
