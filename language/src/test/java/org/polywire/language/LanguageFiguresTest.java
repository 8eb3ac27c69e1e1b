package org.polywire.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Measures the identifier on the development lines of NTREX-128 and prints the table of the README. */
class LanguageFiguresTest {
    private static final Logger LOG = Logger.getLogger(LanguageFiguresTest.class.getName());
    private static final Path CORPUS =
            Path.of(System.getenv().getOrDefault("POLYWIRE_REPOSITORY", "."), "..", "shared", "corpora", "translation");
    private static final Map<String, String> FILES = new TreeMap<>(Map.ofEntries(
            Map.entry("es", "spa"),
            Map.entry("ca", "cat"),
            Map.entry("gl", "glg"),
            Map.entry("pt", "por"),
            Map.entry("fr", "fra"),
            Map.entry("en", "eng"),
            Map.entry("ar", "arb"),
            Map.entry("it", "ita"),
            Map.entry("de", "deu"),
            Map.entry("nl", "nld"),
            Map.entry("nb", "nob"),
            Map.entry("nn", "nno"),
            Map.entry("da", "dan"),
            Map.entry("sv", "swe")));

    private final LanguageIdentifier identifier = LanguageIdentifier.load();
    private final StringBuilder table = new StringBuilder(
            "\n| language | headline | 5 words | line | 3 lines | ms/line | mistaken for |\n| --- | --- | --- | --- | --- | --- | --- |\n");

    @Test
    void linesOfNewsAreRecognised() throws IOException {
        Assumptions.assumeTrue(Files.exists(CORPUS), "no corpus of NTREX lines in " + CORPUS);
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            measure(file.getKey(), lines("ntrex." + file.getValue() + ".txt"));
        }
        LOG.info(table::toString);
    }

    private void measure(String language, List<String> lines) throws IOException {
        long start = System.nanoTime();
        Map<String, Integer> single = count(lines);
        double millis = (System.nanoTime() - start) / 1e6 / lines.size();
        double line = share(single, language);
        double paragraph = share(count(joined(lines)), language);
        double headline = share(count(headlines(lines)), language);
        double words =
                share(count(lines.stream().map(LanguageFiguresTest::fiveWords).toList()), language);
        single.remove(language);
        table.append("| %s | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.2f | %s |%n"
                .formatted(language, headline, words, line, paragraph, millis, single));
        assertThat(line).as("single lines of " + language).isGreaterThan(language.equals("nn") ? 85 : 93);
        assertThat(paragraph).as("three lines of " + language).isGreaterThan(97);
    }

    private Map<String, Integer> count(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> counts.merge(first(text), 1, Integer::sum));
        return counts;
    }

    private String first(String text) {
        return identifier.guesses(text).stream()
                .map(guess -> guess.language().value())
                .findFirst()
                .orElse("none");
    }

    private static double share(Map<String, Integer> counts, String language) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return 100.0 * counts.getOrDefault(language, 0) / all;
    }

    private static String fiveWords(String line) {
        return line.replaceAll("(?s)^((?:\\S+ ){5}).*", "$1");
    }

    private static List<String> joined(List<String> lines) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i + 3 <= lines.size(); i += 3) {
            joined.add(String.join(" ", lines.subList(i, i + 3)));
        }
        return joined;
    }

    private static List<String> headlines(List<String> lines) throws IOException {
        List<String> documents = lines("ntrex.documents.txt");
        List<String> headlines = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0 || !documents.get(i).equals(documents.get(i - 1))) {
                headlines.add(lines.get(i));
            }
        }
        return headlines;
    }

    private static List<String> lines(String name) throws IOException {
        return List.of(Files.readString(CORPUS.resolve(name)).split("\n"));
    }
}
