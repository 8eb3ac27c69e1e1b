package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScalingTest {
    @Test
    void everyUnitIsDoneAsOftenAsTheOthers() throws InterruptedException, ExecutionException {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        assertThat(Scaling.measure(List.<Runnable>of(first::incrementAndGet, second::incrementAndGet)))
                .isPositive();
        assertThat(first.get()).isPositive().isEqualTo(second.get());
    }

    @Test
    void workThatFailsIsNoFigure() {
        Runnable broken = () -> {
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> Scaling.measure(List.of(broken))).hasRootCauseMessage("broken");
    }
}
