package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polywire.bench.NeuralBars.Way;
import org.polywire.marian.Arithmetic;
import org.polywire.marian.Backend;

class NeuralBarsTest {
    private final NeuralBars bars = new NeuralBars();

    @Test
    void eachBarIsHeldToWhatWasMeasuredInTheSameRun() {
        bars.speed(figures(8_000, 1.8), Optional.of(new WebAssembly.Figures(1_000, 1_000, 6)));
        bars.start(new NeuralStart.Figures(1.5, 150));
        assertThat(bars.hold()).isTrue();
        assertThat(bars.lines()).hasSize(6).allMatch(line -> line.startsWith("holds"));
    }

    @Test
    void oneMissedBarIsEnoughToFail() {
        bars.speed(figures(8_000, 1.79), Optional.of(new WebAssembly.Figures(1_000, 1_000, 6)));
        assertThat(bars.hold()).isFalse();
        assertThat(bars.lines()).filteredOn(line -> line.startsWith("MISSED")).hasSize(1);
    }

    @Test
    void slowStartsAndGreatMemoryAreMissed() {
        bars.start(new NeuralStart.Figures(1.51, 151));
        assertThat(bars.lines()).allMatch(line -> line.startsWith("MISSED"));
    }

    @Test
    void whatCouldNotBeMeasuredIsSaidAndNotCounted() {
        bars.speed(Map.of(), Optional.empty());
        bars.start(new NeuralStart.Figures(1, 0));
        assertThat(bars.hold()).isTrue();
        assertThat(bars.lines())
                .filteredOn(line -> line.startsWith("not measured"))
                .hasSize(5);
    }

    @Test
    void anEngineIsNotSlowerForWritingMore() {
        bars.speed(figures(8_000, 1.8), Optional.of(new WebAssembly.Figures(800, 1_000, 9)));
        assertThat(bars.lines()).first().asString().startsWith("holds");
    }

    @Test
    void twoCoresAreNotJudgedWhereOthersHadOneOfThem() {
        bars.speed(figures(8_000, 1.1, 1.79), Optional.of(new WebAssembly.Figures(1_000, 1_000, 6)));
        assertThat(bars.hold()).isTrue();
        assertThat(bars.lines())
                .filteredOn(line -> line.startsWith("not measured"))
                .singleElement()
                .asString()
                .contains("1.79 in a loop");
    }

    private static Map<Way, NeuralSpeed.Figures> figures(double eightBits, double scaling) {
        return figures(eightBits, scaling, 2);
    }

    private static Map<Way, NeuralSpeed.Figures> figures(double eightBits, double scaling, double limit) {
        return Map.of(
                new Way(Backend.ONNX_RUNTIME, Arithmetic.INT_8), measured(eightBits, scaling, limit),
                new Way(Backend.ONNX_RUNTIME, Arithmetic.FLOAT_32), measured(4_000, Double.NaN, Double.NaN),
                new Way(Backend.JAVA, Arithmetic.FLOAT_32), measured(3_000, Double.NaN, Double.NaN));
    }

    /** A token of six characters for each word, read as written. */
    private static NeuralSpeed.Figures measured(double batched, double scaling, double limit) {
        return new NeuralSpeed.Figures("", batched, 1, scaling, limit, new NeuralSpeed.Lengths(1, 1, 6));
    }
}
