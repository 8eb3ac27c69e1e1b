package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

class NamePartnersTest {
    private static final Checks CHECKS = new Checks(LanguageIdentifier.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | es | Then Jordan Henderson spoke to the team. | Luego Jordania Henderson habló al equipo.",
                "en | de | Then Chad Henderson spoke to the team. | Dann sprach Tschad Henderson zur Mannschaft.",
                "en | fr | Then Georgia Stanway spoke to the team. | Puis Géorgie Stanway a parlé à l'équipe.",
            })
    void aPersonIsNoCountry(String from, String to, String source, String target) {
        assertThat(held(from, to, source, target)).contains(FindingCode.NAME_CHANGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | es | Then Jordan Henderson spoke to the team. | Luego Jordan Henderson habló al equipo.",
                "en | es | In Kenya Ruto faces protests over the taxes. | En Kenia Ruto afronta protestas por los impuestos.",
                "en | it | In Ireland Harris won the vote. | In Irlanda Harris ha vinto il voto.",
                "en | es | The minister of Jordan Safadi met the king. | El ministro de Jordania Safadi se reunió con el rey.",
                "en | es | The king of Jordan spoke to the team. | El rey de Jordania habló al equipo.",
                "en | es | In Jordan Henderson spoke to the team. | En Jordania, Henderson habló al equipo.",
            })
    void aCountryIsNoPerson(String from, String to, String source, String target) {
        assertThat(held(from, to, source, target)).isEmpty();
    }

    /** Names that mostly stand together have each other for counterparts in the lexicon. */
    @Test
    void aNameIsNoTranslationOfTheOneBesideWhichItMostlyStands() {
        assertThat(held(
                        "en",
                        "es",
                        "Then he met Walter Grayson in the town.",
                        "Luego conoció a Walter Mews en el pueblo."))
                .contains(FindingCode.NAME_CHANGED);
    }

    /** A surname that is copied elsewhere is a name there as well. */
    @Test
    void aNameThatIsCopiedElsewhereIsNotTranslated() {
        assertThat(Corpus.held(
                        CHECKS,
                        "en",
                        "es",
                        List.of("1", "Then Emma Stone spoke to the team.", "The team thanked Stone for it."),
                        List.of("1", "Luego Emma Piedra habló al equipo.", "El equipo se lo agradeció a Stone.")))
                .contains(FindingCode.NAME_CHANGED);
    }

    /** It may stand at the beginning of a sentence, which gives every word its capital. */
    @Test
    void aFirstNameThatBeginsAnotherSentenceIsCopiedThere() {
        Article original = Corpus.article(
                "en", List.of("1", "Then Emma Stone spoke to the team.", "Emma thanked all of them for it."));
        Article target = Corpus.article(
                "de", List.of("1", "Dann sprach Holz Stone zur Mannschaft.", "Emma dankte allen dafür."));
        Signals signals = new Signals(LanguageIdentifier.load());
        assertThat(NamePartners.load(() -> signals)
                        .review(Comparison.of(
                                original, Corpus.translation(original, target, Corpus.paired(original, target)))))
                .extracting(Finding::evidence)
                .containsExactly("Emma → Holz");
    }

    private static List<FindingCode> held(String from, String to, String source, String target) {
        return Corpus.held(CHECKS, from, to, List.of("1", source), List.of("1", target));
    }
}
