package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.Text;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Unit;

/** What of a text in italics may stay as it is. */
class UntranslatedTest {
    private static final Untranslated UNTRANSLATED = new Untranslated(LanguageIdentifier.load());

    private static final String TITLE = "O céu da minha escola";

    private static Set<FindingCode> codes(List<Inline> source, List<Inline> target) {
        return codes("pt", source, target);
    }

    private static Set<FindingCode> codes(String from, List<Inline> source, List<Inline> target) {
        Unit unit = new Unit(new Place("body.1"), Unit.Role.PARAGRAPH, source);
        return UNTRANSLATED
                .review(new UnitPair(unit, new LanguageTag(from), new LanguageTag("ca"), target, List.of()))
                .map(Finding::code)
                .collect(Collectors.toSet());
    }

    private static List<Inline> with(String before, String italics, String after) {
        return List.of(new Text(before), new Emphasis(List.of(new Text(italics))), new Text(after));
    }

    @Test
    void aTitleInItalicsStays() {
        assertThat(codes(
                        with("Os alunos vão ler algumas páginas de ", TITLE, ", que escreveram."),
                        with("Els alumnes llegiran algunes pàgines de ", TITLE, ", que van escriure.")))
                .isEmpty();
    }

    @Test
    void wordsBesideATitleDoNot() {
        assertThat(codes(
                        with("Os alunos vão ler algumas páginas de ", TITLE, ", que escreveram durante o último ano."),
                        with(
                                "Els alumnes llegiran algunes pàgines de ",
                                TITLE,
                                ", que escreveram durante o último any.")))
                .containsExactly(FindingCode.UNTRANSLATED);
    }

    @Test
    void aLongTextInItalicsDoesNotNorDoesWhatTheOriginalHasInPlainLetters() {
        String text = "os alunos vão ler algumas páginas do livro que escreveram durante o último ano";
        assertThat(codes(with("Ela disse: ", text, "."), with("Ella va dir: ", text, ".")))
                .containsExactly(FindingCode.UNTRANSLATED);
        assertThat(codes(
                        List.of(new Text("Vão ler o céu da minha escola, que escreveram.")),
                        with("Llegiran ", "o céu da minha escola", ", que van escriure.")))
                .containsExactly(FindingCode.UNTRANSLATED);
    }

    /** The rule alone: the scores may hold what a short sentence has of such a name. */
    @Test
    void theNameOfABodyStaysAndAWholeClauseAfterANameDoesNot() {
        assertThat(codes(
                        "es",
                        List.of(new Text("Así lo anunció ayer el Instituto nacional de los ríos.")),
                        List.of(new Text("Ahir ho va anunciar l'Instituto nacional de los ríos."))))
                .isEmpty();
        assertThat(codes(
                        "es",
                        List.of(new Text("Ayer Soler explicó que los barcos ya no llegarán durante el otoño.")),
                        List.of(new Text("Ahir la Soler explicó que los barcos ya no llegarán durant la tardor."))))
                .containsExactly(FindingCode.UNTRANSLATED);
    }
}
