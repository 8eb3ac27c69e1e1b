package org.polywire.marian;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the native library must not do, whatever its version; decision 43. */
class OnnxRuntimeTest {
    /** More than a page of memory, which version 1.29.0 does not live to see. */
    private static final int LONG = 5_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-aarch64/libonnxruntime.dylib"
            })
    void theLibraryHasNothingToReportToItsMakersWith(String library) throws IOException {
        try (InputStream in = OnnxRuntimeTest.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
            String bytes = new String(in.readAllBytes(), ISO_8859_1);
            assertThat(bytes.contains("onnxruntime")).isTrue();
            for (String trace : List.of("ORT_DISABLE_TELEMETRY", "Microsoft12Applications6Events", "libcurl")) {
                assertThat(bytes.contains(trace)).as(trace).isFalse();
            }
        }
    }

    @Test
    void aProcessWithALongCommandLineLives() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Start.class.getName(),
                        "x".repeat(LONG))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Loads the library, where there is one. */
    static final class Start {
        private Start() {}

        public static void main(String[] arguments) {
            Backend.best();
        }
    }
}
