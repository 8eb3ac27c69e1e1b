package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.Block;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/** The bodies of two more sets of pages are not taken worse than they were. Their truths have lists, and no tables. */
class OtherPagesTest {
    private static final Logger LOG = Logger.getLogger(OtherPagesTest.class.getName());

    @ParameterizedTest
    @CsvSource({"naeb, 0.92", "wcxb, 0.92"})
    void theBodiesOfOtherPagesAreTaken(String name, double floor) throws IOException {
        Path folder = Corpus.folder(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no corpus " + name + " in ../shared/corpora/extraction");
        Shingles bodies = new Shingles();
        for (Corpus.Entry entry : Corpus.entries(folder).stream()
                .filter(each -> !each.truth("url").isEmpty())
                .toList()) {
            String html = Decoder.decode(entry.capture().body().toArray(), "");
            bodies.add(
                    entry.truth("body"),
                    text(Extractor.read(Extractor.page(entry.capture(), html)).body()));
        }
        LOG.info(String.format(
                Locale.ROOT,
                "%s: body F1 %.3f, precision %.3f, recall %.3f, accuracy %.3f",
                name,
                bodies.f1(),
                bodies.precision(),
                bodies.recall(),
                bodies.accuracy()));
        assertThat(bodies.f1()).isGreaterThan(floor);
    }

    private static String text(List<Block> blocks) {
        return blocks.stream().map(OtherPagesTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Paragraph(List<Inline> content) -> Inlines.text(content);
            case Block.Heading(int level, List<Inline> content) -> Inlines.text(content);
            case Block.Quote(List<Block> content) -> text(content);
            case Block.Listing(boolean ordered, List<List<Block>> items) ->
                items.stream().map(OtherPagesTest::text).collect(Collectors.joining("\n"));
            case Block.Figure figure -> "";
            case Block.Table table -> "";
            case Block.Embed embed -> "";
            case Block.Divider divider -> "";
        };
    }
}
