package org.polywire.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.polywire.marian.Arithmetic;
import org.polywire.marian.Backend;

/** What the neural engine is held to, each on the model for which it was said. */
final class NeuralBars {
    private static final double LEAST_TIMES_WEBASSEMBLY = 8;
    private static final double LEAST_TIMES_FLOAT = 1.8;
    private static final double LEAST_SCALING = 1.8;
    private static final double LEAST_JAVA_SHARE = 0.75;
    private static final double MOST_MEGABYTES = 150;
    private static final double MOST_SECONDS = 1.5;

    private final List<Bar> bars = new ArrayList<>();

    /**
     * One of them.
     *
     * @param measured empty if it could not be measured
     * @param least whether the limit is the least that is good, rather than the most
     */
    private record Bar(String what, OptionalDouble measured, double limit, boolean least) {
        boolean missed() {
            return measured.isPresent() && (least ? measured.getAsDouble() < limit : measured.getAsDouble() > limit);
        }

        @Override
        public String toString() {
            String verdict = measured.isEmpty() ? "not measured" : missed() ? "MISSED" : "holds";
            String value = measured.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", measured.getAsDouble());
            return String.format(
                    Locale.ROOT, "%-12s %8s, %s %6.2f: %s", verdict, value, least ? "least" : "most ", limit, what);
        }
    }

    /** An engine with an arithmetic. */
    record Way(Backend backend, Arithmetic arithmetic) {}

    void speed(Map<Way, NeuralSpeed.Figures> figures, Optional<WebAssembly.Figures> webAssembly) {
        OptionalDouble whole = tokens(figures, Backend.ONNX_RUNTIME, Arithmetic.INT_8);
        OptionalDouble real = tokens(figures, Backend.ONNX_RUNTIME, Arithmetic.FLOAT_32);
        OptionalDouble java = tokens(figures, Backend.JAVA, Arithmetic.FLOAT_32);
        NeuralSpeed.Figures best = figures.get(new Way(Backend.ONNX_RUNTIME, Arithmetic.INT_8));
        OptionalDouble browser = best == null || webAssembly.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(webAssembly.get().tokens(best));
        least("8 bits, times the WebAssembly engine", ratio(whole, browser), LEAST_TIMES_WEBASSEMBLY);
        least("8 bits, times single precision", ratio(whole, real), LEAST_TIMES_FLOAT);
        least("Java alone, share of ONNX Runtime in single precision", ratio(java, real), LEAST_JAVA_SHARE);
        OptionalDouble scaling =
                best == null || isBusy(best) ? OptionalDouble.empty() : OptionalDouble.of(best.scaling());
        String limit =
                best == null ? "" : String.format(Locale.ROOT, " (%.2f in a loop that shares nothing)", best.limit());
        least("two cores, times one" + limit, scaling, LEAST_SCALING);
    }

    /** Whether not even a loop that shares nothing got as much of two cores as is asked of the engine, so that others had them. */
    private static boolean isBusy(NeuralSpeed.Figures best) {
        return best.limit() < LEAST_SCALING;
    }

    void start(NeuralStart.Figures figures) {
        most("seconds from the start to the first translation", OptionalDouble.of(figures.seconds()), MOST_SECONDS);
        OptionalDouble megabytes =
                figures.megabytes() > 0 ? OptionalDouble.of(figures.megabytes()) : OptionalDouble.empty();
        most("MB of memory for each loaded pair", megabytes, MOST_MEGABYTES);
    }

    private void most(String what, OptionalDouble measured, double limit) {
        bars.add(new Bar(what, measured, limit, false));
    }

    private void least(String what, OptionalDouble measured, double limit) {
        bars.add(new Bar(what, measured, limit, true));
    }

    /** Not words: what one engine writes more of the same model is no fault of its speed. */
    private static OptionalDouble tokens(
            Map<Way, NeuralSpeed.Figures> figures, Backend backend, Arithmetic arithmetic) {
        NeuralSpeed.Figures one = figures.get(new Way(backend, arithmetic));
        return one == null ? OptionalDouble.empty() : OptionalDouble.of(one.tokens());
    }

    private static OptionalDouble ratio(OptionalDouble left, OptionalDouble right) {
        return left.isPresent() && right.isPresent()
                ? OptionalDouble.of(left.getAsDouble() / right.getAsDouble())
                : OptionalDouble.empty();
    }

    boolean hold() {
        return bars.stream().noneMatch(Bar::missed);
    }

    List<String> lines() {
        return bars.stream().map(Bar::toString).toList();
    }
}
