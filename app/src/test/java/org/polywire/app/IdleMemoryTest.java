package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher's options for the Java machine, by which an idle newsroom gives memory back. */
class IdleMemoryTest {
    private static final Path LAUNCHER = Path.of("..", "polywire");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)-[XD][^\\s\\\\]+");

    /** A process that was busy and now waits until its heap is about as small as it began, or nobody can hope for that any more. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) throws InterruptedException {
            long small = Runtime.getRuntime().totalMemory() + (16 << 20);
            List<byte[]> work = new ArrayList<>(Collections.nCopies(200, new byte[0]));
            work.replaceAll(unused -> new byte[1 << 20]);
            long large = Runtime.getRuntime().totalMemory();
            work.clear();
            for (int i = 0; i < 600 && Runtime.getRuntime().totalMemory() > small; i++) {
                Thread.sleep(50);
            }
            System.out.println(
                    (large >> 20) + " MB, then " + (Runtime.getRuntime().totalMemory() >> 20));
            System.exit(large > small && Runtime.getRuntime().totalMemory() <= small ? 0 : 1);
        }
    }

    private static List<String> options() throws IOException {
        String script = Files.readString(LAUNCHER);
        int start = script.indexOf("options() {");
        return OPTION.matcher(script.substring(start, script.indexOf("\n}", start)))
                .results()
                .map(MatchResult::group)
                .filter(option -> !option.equals("-Djdk.console=java.base"))
                .toList();
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anIdleHeapIsCollectedWhollyOnceAMinute() throws IOException, InterruptedException {
        assertThat(run("-XX:+PrintFlagsFinal", "-version"))
                .containsPattern("G1PeriodicGCInterval +:?= 60000 ")
                .containsPattern("G1PeriodicGCInvokesConcurrent +:?= false ");
    }

    @Test
    void whatABusyTimeNeededIsGivenBackAlthoughNothingHappens() throws IOException, InterruptedException {
        run("-XX:G1PeriodicGCInterval=200", "-cp", System.getProperty("java.class.path"), Waiting.class.getName());
    }
}
