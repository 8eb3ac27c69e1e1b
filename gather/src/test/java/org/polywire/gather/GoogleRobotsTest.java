package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checks of Google's robots.txt parser (google/robotstxt, robots_test.cc), read by the rules of RFC 9309. */
class GoogleRobotsTest {
    private static final Path CASES = Path.of(System.getenv().getOrDefault("POLYWIRE_REPOSITORY", "."))
            .resolve("../shared/corpora/robots/robots-cases.jsonl");

    /**
     * Where the library decides as Google does and against the standard: a rule for {@code /x/index.html} also holds for
     * {@code /x/}, which is what its author means.
     */
    private static final Set<String> KNOWN = Set.of("GoogleOnly_IndexHTMLisDirectory/1");

    @Test
    void everythingThatTheStandardRequiresHolds() throws IOException {
        assumeTrue(Files.exists(CASES), "no corpus of robots cases beside the repository");
        Set<String> differing = new TreeSet<>();
        JsonMapper json = JsonMapper.builder().build();
        for (String line : Files.readAllLines(CASES)) {
            JsonNode test = json.readTree(line);
            String kind = test.get("rfc9309").asString();
            boolean wanted = test.get("allowed").asBoolean() != kind.equals("contrary");
            if (!kind.equals("silent") && allowed(test) != wanted) {
                differing.add(test.get("id").asString());
            }
        }
        assertThat(differing).isEqualTo(KNOWN);
    }

    private static boolean allowed(JsonNode test) {
        byte[] file = test.get("robots").asString().getBytes(StandardCharsets.UTF_8);
        String token = test.get("user_agent").asString().toLowerCase(Locale.ROOT);
        return RobotsFile.parse(URI.create("http://foo.bar/robots.txt"), file, "text/plain", token)
                .isAllowed(test.get("url").asString());
    }
}
