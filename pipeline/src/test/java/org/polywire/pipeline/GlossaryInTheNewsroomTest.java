package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.store.Standing;
import org.polywire.store.Standing.State;
import org.polywire.translate.Apertium;
import org.polywire.translate.Glossary;
import org.polywire.translate.GlossaryReading;
import org.polywire.translate.Translator;
import org.polywire.translate.TranslatorConfig;

/** What an operator forbids is not published. */
class GlossaryInTheNewsroomTest {
    @TempDir
    private Path folder;

    private Standing standing(String terms) throws IOException {
        Apertium apertium = Apertium.installed();
        assumeTrue(
                apertium.pairs().stream().anyMatch(pair -> pair.code().equals("spa-cat")),
                "apertium-spa-cat is not installed");
        Path file = Files.writeString(folder.resolve("terms.csv"), "from,to,source,target,kind\n" + terms);
        Glossary glossary = ((GlossaryReading.Accepted) Glossary.read(List.of(file))).glossary();
        SmallPress press = new SmallPress();
        Translator translator = new Translator(
                List.of(apertium),
                LanguageIdentifier.load(),
                press.clock(),
                TranslatorConfig.defaults().with(glossary));
        try (press;
                SmallNewsroom newsroom = new SmallNewsroom(folder, press, translator, "ca")) {
            press.article("/a", "El puerto abre de noche");
            newsroom.settle();
            return newsroom.standing("/a", "ca");
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
