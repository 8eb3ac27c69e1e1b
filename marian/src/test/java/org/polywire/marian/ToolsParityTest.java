package org.polywire.marian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our engines against the recorded texts of Bergamot's WebAssembly build for the small model of the shared tools, with a published
 * vocabulary and shortlist. The model is made by {@code mkmodel.py}, which needs Python with numpy.
 */
class ToolsParityTest {
    private static final Path SHARED =
            Path.of(System.getenv().getOrDefault("POLYWIRE_REPOSITORY", ".."), "..", "shared");
    private static final Path TOOLS = SHARED.resolve("tools/marian");
    private static final Path CORPUS = SHARED.resolve("corpora/marian");

    /** What the plain implementation in numpy reaches; the rest are near ties. */
    private static final int LEAST = 22;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void atLeastTwentyTwoOfTwentyFourTextsAreThoseOfTheWebAssemblyBuild(Backend backend) throws Exception {
        assumeTrue(Files.exists(TOOLS) && Files.exists(CORPUS), "no tools and corpora in " + SHARED);
        assumeTrue(
                backend == Backend.JAVA || Backend.best() == backend, "ONNX Runtime has no library for this machine");
        JsonNode expected = JsonMapper.shared()
                .readTree(TOOLS.resolve("expected/micro.json").toFile());
        MarianModel.Parts parts = new MarianModel.Parts(
                model(expected.get("model").get("sha256").asString()),
                unpacked("lex.50.50.ende.s2t.bin.gz"),
                List.of(unpacked("vocab.deen.spm.gz")));
        int same = 0;
        try (MarianModel model = MarianModel.of(parts, backend, Arithmetic.INT_8)) {
            for (JsonNode sentence : expected.get("sentences")) {
                String text = model.translate(List.of(sentence.get("text").asString()))
                        .getFirst()
                        .text();
                same += text.equals(sentence.get("webassembly").get("text").asString()) ? 1 : 0;
            }
        }
        assertThat(same).isGreaterThanOrEqualTo(LEAST);
    }

    private byte[] model(String hash) throws IOException, InterruptedException {
        Path file = folder.resolve("micro.bin");
        assumeTrue(onPath("python3"), "mkmodel.py needs Python with numpy");
        Process python = new ProcessBuilder(
                        "python3",
                        TOOLS.resolve("mkmodel.py").toString(),
                        file.toString(),
                        "--arch",
                        "micro",
                        "--vocab",
                        "32000",
                        "--seed",
                        "7")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assumeTrue(python.waitFor() == 0, "mkmodel.py needs Python with numpy");
        assumeTrue(Hashes.of(file).equals(hash), "this numpy draws other random numbers than the recorded ones");
        return Files.readAllBytes(file);
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static byte[] unpacked(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(CORPUS.resolve(name)))) {
            return in.readAllBytes();
        }
    }
}
