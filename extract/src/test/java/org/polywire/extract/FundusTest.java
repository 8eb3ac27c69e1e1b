package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Byline;
import org.polywire.model.Capture;

/** Real news pages of 112 publishers against what hand-written parsers take from them. */
class FundusTest {
    private static final Logger LOG = Logger.getLogger(FundusTest.class.getName());

    private final Shingles bodies = new Shingles();
    private double titles;
    private double dates;
    private double authors;
    private int withAuthors;
    private int pages;

    @Test
    void realPagesAreReadAtLeastAsWellAsBefore() throws IOException {
        Path folder = Corpus.folder("fundus");
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                "the fundus pages are not there; put them into ../shared/corpora/extraction");
        Extractor extractor = new Extractor(LanguageIdentifier.load());
        for (Corpus.Entry entry : Corpus.entries(folder)) {
            Capture capture = entry.capture();
            assertThat(extractor.extract(capture, entry.outlet()))
                    .as(entry.id())
                    .isNotNull();
            compare(
                    entry,
                    Extractor.read(Extractor.page(
                            capture, Decoder.decode(capture.body().toArray(), ""))));
        }
        LOG.info(String.format(
                Locale.ROOT,
                "fundus, %d pages: body F1 %.3f, precision %.3f, recall %.3f, accuracy %.3f; title %.3f, date %.3f, authors %.3f",
                pages,
                bodies.f1(),
                bodies.precision(),
                bodies.recall(),
                bodies.accuracy(),
                titles / pages,
                dates / pages,
                authors / withAuthors));
        assertThat(bodies.f1()).as("body F1").isGreaterThan(0.95);
        assertThat(titles / pages).as("titles").isGreaterThan(0.78);
        assertThat(dates / pages).as("dates").isGreaterThan(0.97);
        assertThat(authors / withAuthors).as("authors").isGreaterThan(0.85);
    }

    private void compare(Corpus.Entry entry, Reading reading) {
        pages++;
        bodies.add(entry.truth("body"), reading.text());
        titles += Corpus.title(entry.truth("title"))
                        .equals(Corpus.title(reading.headline().choice().value()))
                ? 1
                : 0;
        String day = Optional.ofNullable(reading.published().published())
                .map(date -> date.toLocalDate().toString())
                .orElse("none");
        dates += entry.truth("date").startsWith(day) ? 1 : 0;
        Set<String> names =
                reading.authors().stream().map(Byline::name).map(Corpus::author).collect(Collectors.toSet());
        if (!entry.authors().isEmpty()) {
            withAuthors++;
            authors += names.equals(entry.authors()) ? 1 : 0;
        }
    }
}
