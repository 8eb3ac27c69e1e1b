package org.polywire.marian;

/** What runs the models. */
public enum Backend {
    /** ONNX Runtime, in native code: fastest. There is no library for some machines. */
    ONNX_RUNTIME,
    /** Java alone: runs everywhere. */
    JAVA;

    /** The fastest that this machine can run. */
    public static Backend best() {
        return OnnxNetwork.available() ? ONNX_RUNTIME : JAVA;
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
