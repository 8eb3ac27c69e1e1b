package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polywire.app.Examination.Result;

final class RehearsalTest {
    @Test
    void aSampleNewspaperComesThroughAWholeNewsroom() {
        Result result = new Rehearsal().result();

        assertThat(result.well()).as(result.toString()).isTrue();
        assertThat(result.detail())
                .matches("took \\d+ articles of a sample newspaper to [1-9]\\d* editions .* pages .*");
    }
}
