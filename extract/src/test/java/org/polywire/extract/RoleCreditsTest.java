package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Block;
import org.polywire.model.Block.Note.Kind;

class RoleCreditsTest {
    private static final Phrases PHRASES = Phrases.load();

    @ParameterizedTest
    @MethodSource("lines")
    void rolesWithNamesAreACreditAndASentenceThatHasAColonIsText(String language, String credit, String text) {
        assertThat(PHRASES.note(credit)).contains(Kind.PRODUCTION);
        assertThat(PHRASES.note(text)).isEmpty();
    }

    @Test
    void creditsByRoleAreKnownInEachLanguage() {
        assertThat(lines().map(each -> each[0]).distinct()).containsExactlyElementsOf(Phrases.LANGUAGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fotos: Die schönsten Bilder vom Hafen",
                "Text: Ana Ruiz",
                "Text: Gesetz 12 von 1998. Fotos: Seite 3",
                "Text: Bert Stein, Musik: Kurt Wald, Regie: Eva Lang",
                "Styling: Jacke von Meridiana. Haare: Zopf. Make-up: Lippenstift",
                "Styling: die Jacke. Haare: ein Zopf. Make-up: roter Mund.",
                "Ana Ruiz, Text: Tom Hale, Fotos: Eva Lang",
                "Photos: Ana Ruiz left in May. The harbour lost her. Text: Tom Hale stayed.",
                "Production: Ford. Design: Ferrari. Research: Toyota."
            })
    void whatLacksARoleANameOrHasAnotherLabelIsText(String text) {
        assertThat(PHRASES.note(text)).isEmpty();
    }

    @Test
    void aCreditStaysWhereItStandsAsANote() {
        String credit = "Fotos: ANNA BERG<br>Styling: TOM HAHN<br>Haare: EVA LANG";
        List<Block> body =
                Pages.article(SieveTest.page("<p>" + credit + "</p>")).body();
        assertThat(body.getLast())
                .isInstanceOfSatisfying(
                        Block.Note.class, note -> assertThat(note.kind()).isEqualTo(Kind.PRODUCTION));
        String sentence = "Fotos: Die Gäste sahen den Hafen.<br>Styling: Das Kleid war rot.";
        assertThat(Pages.article(SieveTest.page("<p>" + sentence + "</p>"))
                        .body()
                        .getLast())
                .isInstanceOf(Block.Paragraph.class);
    }

    private static Stream<String[]> lines() {
        return Pages.lines("role-credits.txt");
    }
}
