package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Fitness;
import org.polywire.model.Inline;
import org.polywire.model.Unit;
import org.polywire.translate.TranslationOutcome.Translated;

/** What readers of whole articles stumble over, with Apertium as it is installed; skipped where it is not. */
class ApertiumWordingTest {
    private static final Apertium APERTIUM = Apertium.installed();
    private static final Translator TRANSLATOR =
            new Translator(List.of(APERTIUM), LanguageIdentifier.load(), InstantSource.system());

    @AfterAll
    static void close() {
        TRANSLATOR.close();
    }

    private static List<String> translated(String from, String to, Inline... paragraphs) {
        assumeTrue(
                APERTIUM.pairs().stream()
                        .anyMatch(pair -> pair.from().language().equals(from)
                                && pair.to().language().equals(to)),
                "install Debian's Apertium pair for " + from + " and " + to + " to run this test");
        Block[] body = Stream.of(paragraphs).map(Papers::paragraph).toArray(Block[]::new);
        Article article = Papers.article(from, "1", body);
        Translated outcome = (Translated) TRANSLATOR.translate(article, Papers.edition(to, Fitness.GIST, true));
        return outcome.translation().article().units().stream()
                .skip(1)
                .map(Unit::content)
                .map(Papers::show)
                .toList();
    }

    private static String one(String from, String to, String text) {
        return translated(from, to, Papers.text(text)).getFirst();
    }

    /** Alone, cat-fra makes "14 heures:00" of it. */
    @Test
    void aTimeOfDayIsNotTorn() {
        assertThat(one("ca", "fr", "El ministre va arribar a les 14:00 i va marxar a les 15:30."))
                .contains("14:00", "15:30")
                .doesNotContain("heures:");
        assertThat(one("es", "ca", "Llegó a las 14:00.")).isEqualTo("Va arribar a les 14:00.");
    }

    /** Alone, es-pt leaves "Kenia", and makes a verb of "Catar". */
    @Test
    void countriesThatTheEngineDoesNotKnowAreNamedAsUnicodeDoes() {
        assertThat(one("es", "pt", "El presidente de Kenia viajó el lunes a Catar."))
                .contains("Quénia", "Catar")
                .doesNotContain("Kenia");
        assertThat(one("es", "ca", "La ministra de Malaui llegó el martes.")).contains("Malawi");
    }

    /** Alone, es-pt makes "dA Rioja" and "NAs Palmas" of it, and es-gl "polOs Ríos". */
    @Test
    void noCapitalStandsInsideOfAPrepositionWithTheArticleOfAName() {
        assertThat(one("es", "pt", "El vino de La Rioja llegó. En Las Palmas nadie lo vio."))
                .contains("de La Rioja", "Em Las Palmas");
        assertThat(one("es", "gl", "El vino de La Rioja pasó por Los Ríos.")).contains("da Rioxa", "polos Ríos");
    }

    /** Alone, es-pt makes "à Rioja" of it, but "à Corunha" of a name that it knows. */
    @Test
    void aNameThatTheEngineDoesNotKnowKeepsItsArticle() {
        assertThat(one("es", "pt", "El ministro viajó a La Rioja el martes.")).contains("a La Rioja");
        assertThat(one("es", "pt", "Los vecinos fueron a La Coruña y a Las Rozas."))
                .contains("à Corunha", "a Las Rozas");
        assertThat(one("es", "pt", "Fue a la Moncloa.")).contains("à Moncloa");
    }

    @Test
    void aClubKeepsItsNameWhereverItStands() {
        assertThat(translated(
                        "es",
                        "pt",
                        Papers.text("Ayer ganó el Deportivo Monteclaro."),
                        Papers.text("El Deportivo jugará en abril.")))
                .containsExactly("Ontem ganhou o Deportivo Monteclaro.", "O Deportivo jogará em abril.");
        assertThat(one("es", "ca", "Ganó al Atlético Norte.")).isEqualTo("Va guanyar a l'Atlético Norte.");
    }

    @Test
    void placesAndInstitutionsAreTranslated() {
        assertThat(one("es", "pt", "Vive en Nueva York. La Unión Europea y el Tribunal Supremo callan."))
                .isEqualTo("Vive em Nova York. A União Europeia e o Tribunal Supremo calam.");
        assertThat(one("es", "ca", "La Comunidad Valenciana y la Cámara de Comercio."))
                .isEqualTo("La Comunitat Valenciana i la Cambra de Comerç.");
    }

    @Test
    void aFamilyNameIsTheSameInEveryUnit() {
        assertThat(translated(
                        "es",
                        "gl",
                        Papers.text("Habla Blanco"),
                        Papers.text("La entrenadora, Marta Blanco, calla. Según Blanco, no.")))
                .containsExactly("Fala Blanco", "A adestradora, Marta Blanco, cala. Segundo Blanco, non.");
    }

    @Test
    void theSpaceBeforeASignIsThatOfTheSource() {
        assertThat(one("es", "ca", "Bajó un 3,5 %, luego un 4%, por 5,80 € o 20€."))
                .isEqualTo("Va baixar un 3,5 %, després un 4%, per 5,80 € o 20€.");
    }

    @Test
    void aWordBeforeTheFinalStopIsNoAbbreviation() {
        assertThat(one("ca", "es", "«Va ser així», va dir.")).isEqualTo("«Fue así», dijo.");
        assertThat(one("es", "pt", "Miran el mar.")).isEqualTo("Olham o mar.");
    }

    @Test
    void aPlaceHolderOfAProgramKeepsTheStopAfterIt() {
        assertThat(one("es", "ca", "El puerto abre mañana %d.")).isEqualTo("El port obre demà %d.");
    }

    @Test
    void mediaKeepTheirNames() {
        assertThat(one("pt", "es", "O jornal “Financial Times” publicou a notícia."))
                .contains("“Financial Times”");
        assertThat(one("pt", "es", "Disse ao Financial Times que não.")).contains("Financial Times");
    }

    /** "Baton Rouge Este" makes no name of each "Este"; "Cruz Roja" is a noun and its adjective. */
    @Test
    void smallWordsAndPhrasesAreNoNames() {
        assertThat(translated(
                        "es",
                        "pt",
                        Papers.text("Vive en Baton Rouge Este."),
                        Papers.text("Este desconcierto surge hoy. La Cruz Roja ayuda.")))
                .last()
                .asString()
                .startsWith("Este desconcerto surge hoje.")
                .contains("Cruz Vermelha");
    }

    @Test
    void sentencesBeginWithACapital() {
        assertThat(one("ca", "pt", "Va dir que sí. «Va ser així.» — Van venir tots. “Va ploure.”"))
                .isEqualTo("Disse que sim. «Foi assim.» — Vieram todos. “Choveu.”");
    }

    @Test
    void knownErrorsOfAPairAreCorrected() {
        assertThat(one("es", "pt", "Antes de eso, el agua era cada vez menos. Empezó el 3 de noviembre."))
                .isEqualTo("Antes disso, a água era cada vez menos. Começou em 3 de novembro.");
        assertThat(one("es", "pt", "Atenas siempre ha insistido en que no."))
                .isEqualTo("Atenas sempre tem insistido em que não.");
        assertThat(one("ca", "pt", "Va néixer el 5 de febrer a Rio de Janeiro."))
                .contains("fevereiro", "Rio de Janeiro");
        assertThat(one("es", "ca", "La provincia vende más aceite que nunca fuera de España"))
                .isEqualTo("La província ven més oli que mai fora d'Espanya");
    }

    @Test
    void anEmphasisedPhraseAfterAConjunctionStaysWhole() {
        assertThat(one("es", "ca", "Caiga más, pero poco a poco.")).isEqualTo("Caigui més, però a poc a poc.");
        Inline[] content = {Papers.text("Caiga más, pero "), Papers.em(Papers.text("poco a poco")), Papers.text(".")};
        Article article = Papers.article("es", "1", Papers.paragraph(content));
        Translated outcome = (Translated) TRANSLATOR.translate(article, Papers.edition("ca", Fitness.NEWS, true));
        assertThat(Papers.show(outcome.translation().article().units().get(1).content()))
                .isEqualTo("Caigui més, però <em>a poc a poc</em>.");
    }
}
