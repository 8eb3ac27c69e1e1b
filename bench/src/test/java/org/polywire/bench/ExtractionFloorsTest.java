package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.bench.Shingles.Means;
import org.polywire.bench.Shingles.Score;
import org.polywire.extract.Extractor;
import org.polywire.language.LanguageIdentifier;

/** The bodies of real pages are not taken worse than they were; all pages and fields: {@code ./polywire bench extraction}. */
class ExtractionFloorsTest {
    private static final Logger LOG = Logger.getLogger(ExtractionFloorsTest.class.getName());
    private static final int PAGES = 150;

    @ParameterizedTest
    @CsvSource({"fundus, 0.96", "naeb, 0.94", "wcxb, 0.94"})
    void realPagesAreReadAtLeastAsWellAsBefore(String name, double floor) {
        Path folder = Path.of(System.getenv().getOrDefault("POLYWIRE_REPOSITORY", ".."))
                .resolve("../shared/corpora/extraction")
                .resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no corpus " + name + " in ../shared/corpora/extraction");
        Extractor extractor = new Extractor(LanguageIdentifier.load());
        List<Score> scores = TruePage.load(folder).stream()
                .filter(page -> !page.text("body").isBlank())
                .limit(PAGES)
                .map(page -> Shingles.WORDS.score(
                        page.text("body"),
                        Prediction.of(page.id(), extractor.survey(page.capture()), 0)
                                .body()))
                .toList();
        Means means = Means.of(scores);
        LOG.info(String.format(Locale.ROOT, "%s, %d pages: body F1 %.3f", name, scores.size(), means.f1()));
        assertThat(means.f1()).isGreaterThan(floor);
    }
}
