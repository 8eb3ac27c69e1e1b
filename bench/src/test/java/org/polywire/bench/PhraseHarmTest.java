package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.extract.Explanation.Decision;
import org.polywire.extract.Extractor;
import org.polywire.language.LanguageIdentifier;

/** Tells who adds a phrase to a language pack of the extractor whether it takes real text out of real pages. */
class PhraseHarmTest {
    private static final int PAGES = 150;
    /** A group of phrases of which more than one hit in so many is in the true text does harm (extract's README). */
    private static final int ONE_IN = 10;

    @ParameterizedTest
    @ValueSource(strings = {"fundus", "naeb"})
    void phrasesTakeHardlyAnyRealTextOut(String name) {
        Path folder = Path.of(System.getenv().getOrDefault("POLYWIRE_REPOSITORY", ".."))
                .resolve("../shared/corpora/extraction")
                .resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no corpus " + name + " in ../shared/corpora/extraction");
        Extractor extractor = new Extractor(LanguageIdentifier.load());
        Map<String, Integer> hits = new TreeMap<>();
        Map<String, List<String>> harm = new TreeMap<>();
        TruePage.load(folder).stream()
                .filter(page -> !page.suspect() && !page.text("body").isBlank())
                .limit(PAGES)
                .forEach(page -> {
                    Set<String> truth =
                            page.text("body").lines().map(TruePage::normal).collect(Collectors.toSet());
                    for (Decision decision :
                            extractor.survey(page.capture()).explanation().decisions()) {
                        if (decision.rule().startsWith("phrase.")) {
                            hits.merge(decision.rule(), 1, Integer::sum);
                            if (truth.contains(TruePage.normal(decision.text()))) {
                                harm.computeIfAbsent(decision.rule(), unused -> new ArrayList<>())
                                        .add(page.id() + ": " + decision.text());
                            }
                        }
                    }
                });
        assertThat(harm)
                .allSatisfy((rule, texts) -> assertThat(texts)
                        .as("%s, %d hits", rule, hits.get(rule))
                        .hasSizeLessThanOrEqualTo(Math.max(1, hits.getOrDefault(rule, 0) / ONE_IN)));
        assertThat(hits).isNotEmpty();
    }
}
