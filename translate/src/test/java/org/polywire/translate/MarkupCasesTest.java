package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.polywire.translate.HtmlFragment.Segment;
import org.polywire.translate.HtmlFragment.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the markup transfer cases of the shared corpora, where they are at hand. */
class MarkupCasesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TestFactory
    Stream<DynamicTest> everyElementIsRoundTheWordsItCovered() throws IOException {
        Path file = Path.of(
                System.getenv().getOrDefault("POLYWIRE_REPOSITORY", "."),
                "../shared/corpora/html-transfer/cases.jsonl");
        assumeTrue(Files.exists(file), "no corpus of markup transfer cases beside the repository");
        return Files.readAllLines(file).stream()
                .map(JSON::readTree)
                .map(one -> DynamicTest.dynamicTest(one.get("id").asString(), () -> check(one)));
    }

    private static void check(JsonNode one) {
        String source = one.get("source_html").asString();
        if (one.has("error")) {
            assertThatThrownBy(() -> new HtmlFragment(source, segments(one)))
                    .hasMessage(one.get("error").asString());
            return;
        }
        HtmlFragment fragment = new HtmlFragment(source, segments(one));
        assertThat(fragment.html()).isEqualTo(one.get("target_html").asString());
        assertThat(fragment.lost()).containsExactlyInAnyOrderElementsOf(strings(one.get("lost")));
    }

    private static List<Segment> segments(JsonNode one) {
        List<Segment> segments = new ArrayList<>();
        for (JsonNode segment : one.get("segments")) {
            List<Target> target = new ArrayList<>();
            segment.get("target").forEach(word -> target.add(target(word)));
            segments.add(new Segment(strings(segment.get("source")), target));
        }
        return segments;
    }

    private static Target target(JsonNode word) {
        List<Integer> from = new ArrayList<>();
        if (word.has("from")) {
            word.get("from").forEach(index -> from.add(index.asInt()));
        }
        return new Target(
                word.get("w").asString(),
                from,
                word.has("sep") ? word.get("sep").asString() : " ");
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        if (array != null) {
            array.forEach(entry -> strings.add(entry.asString()));
        }
        return strings;
    }
}
