package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Review;
import org.polywire.store.Standing;
import org.polywire.store.Standing.State;
import org.polywire.translate.Apertium;
import org.polywire.translate.Glossary;
import org.polywire.translate.GlossaryReading;
import org.polywire.translate.Translator;
import org.polywire.translate.TranslatorConfig;

/** What an operator forbids is not published. */
class GlossaryInTheNewsroomTest {
    private static final LanguageTag CATALAN = new LanguageTag("ca");

    @TempDir
    private Path folder;

    private Standing standing(String terms) throws IOException {
        return standing(where(terms));
    }

    private static Standing standing(Whereabouts where) {
        return where.standings().stream()
                .filter(standing -> standing.edition().equals(CATALAN))
                .findFirst()
                .orElseThrow();
    }

    private Whereabouts where(String terms) throws IOException {
        Apertium apertium = Apertium.installed();
        assumeTrue(
                apertium.pairs().stream().anyMatch(pair -> pair.code().equals("spa-cat")),
                "apertium-spa-cat is not installed");
        Path data = Files.createTempDirectory(folder, "newsroom");
        Path file = Files.writeString(data.resolve("terms.csv"), "from,to,source,target,kind\n" + terms);
        Glossary glossary = ((GlossaryReading.Accepted) Glossary.read(List.of(file))).glossary();
        SmallPress press = new SmallPress();
        Translator translator = new Translator(
                List.of(apertium),
                LanguageIdentifier.load(),
                press.clock(),
                TranslatorConfig.defaults().with(glossary));
        try (press;
                SmallNewsroom newsroom = new SmallNewsroom(data, press, translator, "ca")) {
            press.article("/a", "El puerto abre de noche");
            newsroom.settle();
            return newsroom.where("/a");
        }
    }

    @Test
    void aTranslationWithAForbiddenExpressionIsHeld() throws IOException {
        Standing standing = standing("es,ca,acuerdo,acord,forbidden\n");
        assertThat(standing.state()).isEqualTo(State.HELD);
        assertThat(standing.findings())
                .filteredOn(finding -> finding.severity() == Severity.HOLD)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.GLOSSARY_BROKEN);
                    assertThat(finding.evidence()).isEqualTo("the glossary forbids \"acord\" for \"acuerdo\"");
                });
    }

    /** The log of a published text, and the store of one that is kept back, say how sure the checks were of each sentence. */
    @Test
    void whatTheChecksThoughtIsKeptWithTheText() throws IOException {
        Whereabouts held = where("es,ca,acuerdo,acord,forbidden\n");
        assertThat(held.publications()).doesNotContainKey(CATALAN);
        Review review = Objects.requireNonNull(held.heldBack().get(CATALAN)).review();
        assertThat(review.findings()).isEqualTo(standing(held).findings());
        assertThat(review.fits()).isNotEmpty();

        Whereabouts published = where("es,ca,acuerdo,pacte,preferred\n");
        assertThat(published.heldBack()).isEmpty();
        assertThat(published.publications().get(CATALAN)).isInstanceOfSatisfying(Publication.Published.class, text -> {
            assertThat(text.translation().review().fits()).isNotEmpty();
            assertThat(text.translation().review().findings())
                    .isEqualTo(standing(published).findings());
        });
    }

    @Test
    void aTranslationThatLacksAPreferredExpressionIsHeld() throws IOException {
        assertThat(standing("es,ca,mercancía,bagatge,preferred\n").findings())
                .filteredOn(finding -> finding.severity() == Severity.HOLD)
                .extracting("code")
                .containsExactly(FindingCode.GLOSSARY_BROKEN);
    }

    @Test
    void aTranslationThatKeepsToTheGlossaryIsPublished() throws IOException {
        assertThat(standing("es,ca,acuerdo,pacte,preferred\n").state()).isEqualTo(State.PUBLISHED);
    }
}
