package org.polywire.marian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our engines against the numbers of Bergamot's own WebAssembly build and of a plain reference in numpy, over sentences that are
 * translated one by one. How the numbers were made: {@code parity/README.md} beside them.
 */
class ParityTest {
    private static final int SENTENCES = 24;

    /** The published sizes take a second a sentence on a busy machine without vectors. */
    private static final int SENTENCES_OF_PUBLISHED_SIZES = 3;

    /** What a reference differs from itself by if its values are disturbed by a millionth. */
    private static final double NOISE = 0.04;

    private final List<JsonNode> expected = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "micro, JAVA, 21", "micro, ONNX_RUNTIME, 21",
        "micro-end, JAVA, 23", "micro-end, ONNX_RUNTIME, 22",
        "micro-split, JAVA, 22", "micro-split, ONNX_RUNTIME, 22",
        "micro-dynamic, JAVA, 21", "micro-dynamic, ONNX_RUNTIME, 21",
        "tiny, JAVA, 1", "tiny, ONNX_RUNTIME, 1",
    })
    void eightBitsGiveTheWordsOfTheReference(String name, Backend backend, int least) {
        assertThat(same(run(name, backend, Arithmetic.INT_8), "int8")).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"micro", "micro-end", "micro-split", "tiny"})
    void singlePrecisionGivesEveryWordOfTheReferenceOnBothEngines(String name) {
        for (Backend backend : Backend.values()) {
            List<TranslatedSentence> mine = run(name, backend, Arithmetic.FLOAT_32);
            assertThat(same(mine, "float")).isEqualTo(mine.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "micro, JAVA", "micro, ONNX_RUNTIME",
        "micro-end, JAVA", "micro-end, ONNX_RUNTIME",
        "tiny, JAVA", "tiny, ONNX_RUNTIME",
        "base, JAVA", "base, ONNX_RUNTIME"
    })
    void probabilitiesAreThoseOfTheWebAssemblyBuild(String name, Backend backend) {
        List<TranslatedSentence> mine = run(name, backend, Arithmetic.INT_8);
        List<Difference> all = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            all.addAll(differences(mine.get(i), expected.get(i).get("webassembly")));
        }
        assertThat(all).hasSizeGreaterThan(SENTENCES);
        assertThat(mean(all, true)).as("size").isLessThan(NOISE);
        assertThat(Math.abs(mean(all, false))).as("bias").isLessThan(NOISE / 2);
        List<Difference> first = all.stream().filter(one -> one.position() < 2).toList();
        List<Difference> later = all.stream().filter(one -> one.position() >= 2).toList();
        assertThat(mean(later, true)).as("growth").isLessThan(2 * mean(first, true) + NOISE / 4);
    }

    @Test
    void textsAreThoseOfTheWebAssemblyBuildWhereRoundingHasFewChances() {
        List<TranslatedSentence> mine = run("micro", Backend.best(), Arithmetic.INT_8);
        int same = 0;
        for (int i = 0; i < SENTENCES; i++) {
            String theirs = expected.get(i).get("webassembly").get("text").asString();
            same += mine.get(i).text().equals(theirs) ? 1 : 0;
        }
        assertThat(same).isGreaterThanOrEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({"JAVA", "ONNX_RUNTIME"})
    void aTranslationDoesNotDependOnItsCompany(Backend backend) throws IOException {
        for (String name : List.of("micro", "micro-end", "micro-split", "micro-dynamic")) {
            List<String> lines = lines();
            try (MarianModel model = MarianModel.of(SyntheticFiles.parts(name), backend, Arithmetic.INT_8)) {
                List<TranslatedSentence> together = model.translate(lines);
                for (int i = 0; i < SENTENCES; i++) {
                    String single =
                            model.translate(List.of(lines.get(i))).getFirst().text();
                    assertThat(together.get(i).text()).isEqualTo(single);
                }
            }
        }
    }

    private List<TranslatedSentence> run(String name, Backend backend, Arithmetic arithmetic) {
        assumeRuns(backend);
        expected.clear();
        expected(name).get("sentences").forEach(expected::add);
        try (MarianModel model = MarianModel.of(SyntheticFiles.parts(name), backend, arithmetic)) {
            List<TranslatedSentence> all = new ArrayList<>();
            int count = name.startsWith("micro") ? SENTENCES : SENTENCES_OF_PUBLISHED_SIZES;
            lines().stream().limit(count).forEach(line -> all.addAll(model.translate(List.of(line))));
            return all;
        } catch (BadModelException e) {
            throw new AssertionError(e);
        }
    }

    private static void assumeRuns(Backend backend) {
        assumeTrue(
                backend == Backend.JAVA || Backend.best() == backend,
                "ONNX Runtime has no library for this machine; use one of those that it has one for");
    }

    /** How many sentences have exactly the reference's probabilities, which they have only with its words. */
    private int same(List<TranslatedSentence> mine, String arithmetic) {
        int same = 0;
        for (int i = 0; i < mine.size(); i++) {
            JsonNode scores = expected.get(i).get(arithmetic);
            List<Token> tokens = mine.get(i).target();
            boolean equal = tokens.size() == scores.size();
            for (int t = 0; equal && t < tokens.size(); t++) {
                equal = Math.abs(tokens.get(t).logProbability() - scores.get(t).asDouble()) < NOISE;
            }
            same += equal ? 1 : 0;
        }
        return same;
    }

    private record Difference(int position, double value) {}

    /** Over the words that both begin with; after the first that differs the two are on different ways. */
    private static List<Difference> differences(TranslatedSentence mine, JsonNode theirs) {
        List<Difference> all = new ArrayList<>();
        List<String> words = List.of(mine.text().split(" "));
        int begin = 0;
        for (int i = 0; i + 1 < Math.min(words.size(), theirs.get("words").size()); i++) {
            JsonNode other = theirs.get("words").get(i);
            if (!words.get(i).equals(other.get(0).asString())) {
                break;
            }
            int end = begin + words.get(i).length();
            all.add(new Difference(i, mean(mine, begin, end) - other.get(1).asDouble()));
            begin = end + 1;
        }
        return all;
    }

    private static double mean(TranslatedSentence sentence, int begin, int end) {
        return sentence.target().stream()
                .filter(token -> token.end() > begin && token.end() <= end && token.end() > token.begin())
                .mapToDouble(Token::logProbability)
                .average()
                .orElseThrow();
    }

    private static double mean(List<Difference> all, boolean size) {
        return all.stream()
                .mapToDouble(one -> size ? Math.abs(one.value()) : one.value())
                .average()
                .orElse(0);
    }

    static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/org/polywire/marian/sentences.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode expected(String name) {
        try (InputStream in =
                Files.newInputStream(Path.of("src/test/resources/org/polywire/marian/parity/" + name + ".json"))) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
