package org.polywire.marian;

import java.util.function.Supplier;

/** What runs the models. */
public enum Backend {
    /** ONNX Runtime, in native code: fastest. There is no library for some machines. */
    ONNX_RUNTIME,
    /** Java alone: runs everywhere. */
    JAVA;

    /** The fastest that this machine can run and that gives what Java alone gives ({@link SelfTest}); the first call tries it. */
    public static Backend best() {
        return Tried.BEST;
    }

    /** Tried once for the process: neither its processor nor its library changes. */
    private static final class Tried {
        static final Backend BEST =
                OnnxNetwork.available() && isRight(() -> SelfTest.run(ONNX_RUNTIME)) ? ONNX_RUNTIME : JAVA;
    }

    /** Whether a test passes; one that fails itself does not. */
    static boolean isRight(Supplier<SelfTest> test) {
        try {
            return test.get().passed();
        } catch (MarianException e) {
            return false;
        }
    }

    Network network(Weights weights, Arithmetic arithmetic) {
        return switch (this) {
            case ONNX_RUNTIME -> new OnnxNetwork(weights, arithmetic);
            case JAVA -> new JavaNetwork(weights, Kernels.best(), arithmetic);
        };
    }

    /** As recorded with translations: two engines round differently, so that a text may come out otherwise. */
    String describe(Arithmetic arithmetic) {
        String numbers = switch (arithmetic) {
            case INT_8 -> "int8";
            case FLOAT_32 -> "float32";
        };
        return switch (this) {
            case ONNX_RUNTIME -> "ONNX Runtime " + OnnxNetwork.version() + " " + numbers;
            case JAVA -> "Java (" + Kernels.best().name() + ") " + numbers;
        };
    }
}
