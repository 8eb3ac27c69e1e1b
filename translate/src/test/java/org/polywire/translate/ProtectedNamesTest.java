package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.polywire.model.Article;
import org.polywire.model.Fitness;
import org.polywire.model.Inline;

class ProtectedNamesTest {
    private static final EnginePair PAIR = ScriptedEngine.pair("pt", "es", Fitness.NEWS, 55);

    private static Set<String> names(String text) {
        return names(Papers.text(text));
    }

    private static Set<String> names(Inline... content) {
        Article article = Papers.article("pt", "Titular", Papers.paragraph(content));
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                ScriptedEngine engine = new ScriptedEngine().with(PAIR)) {
            return ProtectedNames.search(article, SourceUnit.of(article), engine, PAIR, threads)
                    .index()
                    .all();
        }
    }

    @Test
    void aNameAfterAFormOfAddressOrAnInitialIsKept() {
        assertThat(names("Falou o Sr. Ferreira com J. K. Rowling e com dona Rosa Costa."))
                .contains("Ferreira", "Rowling", "Rosa Costa");
    }

    @Test
    void aCapitalWithoutAStopIsAnArticleAndNoInitial() {
        assertThat(names("A Comissão decidiu. O Serviço Meteorológico avisou. À Polícia nada se disse."))
                .doesNotContain("Comissão", "Serviço Meteorológico", "Polícia");
    }

    @Test
    void aTitleInQuotationMarksIsKeptWithoutItsSpaces() {
        assertThat(names("Leu na « Voz da 5.ª Galicia » e no “Faro de Vigo”."))
                .contains("Voz da 5.ª Galicia", "Faro de Vigo");
    }

    /** French writes U+00A0 or U+202F inside « », which are no white space for Java. */
    @Test
    void spacesThatDoNotBreakAreNoPartOfATitle() {
        assertThat(names("Il lit «\u00A0Le Petit Journal\u00A0» et «\u202FLa Voix du Nord\u202F» chez lui."))
                .contains("Le Petit Journal", "La Voix du Nord");
        Inline italics = Papers.em(Papers.text("\u00A0El Faro de Vigo\u202F"));
        assertThat(names(Papers.text("Leu o "), italics, Papers.text(" onte."))).contains("El Faro de Vigo");
    }

    @Test
    void italicsThatBeginAQuotationBeginASentenceWhateverSpaceStandsBeforeThem() {
        Inline italics = Papers.em(Papers.text("Hoje chove"));
        assertThat(List.of("«", "« ", "«\u00A0", "«\u202F", "dito:\u00A0", "Fim.\u00A0"))
                .allSatisfy(before ->
                        assertThat(names(Papers.text("E " + before), italics)).doesNotContain("Hoje chove"));
        assertThat(names(Papers.text("Leu\u00A0"), italics)).contains("Hoje chove");
    }

    @Test
    void quotationMarksRoundNothingHoldNoName() {
        assertThat(List.of("   ", "\u2003\u2003\u2003", "\u00A0\u202F\u00A0", " \u00A0 "))
                .allSatisfy(blank ->
                        assertThat(names("Deja \"" + blank + "\" en blanco.")).containsExactly("Diario de Ejemplo"));
    }

    @Test
    void amongLettersWithoutCapitalsThoseOfLatinWordsMakeNoTitle() {
        assertThat(names("他所在的党团担心“ MWP 与 Twp 和 Pwp 押韵”。")).containsExactly("Diario de Ejemplo");
        assertThat(names("הוא אמר “זה עם Twp ועם Pwp“.")).containsExactly("Diario de Ejemplo");
    }

    @Test
    void candidatesAreSequencesOfCapitalisedWordsWithTheWordBefore() {
        assertThat(NameCandidates.in("Ontem o presidente Ana de la Costa chegou a Nova Iorque. Chegou cedo."))
                .containsExactly("presidente Ana de la Costa", "a Nova Iorque");
    }

    /** The definition of a candidate, as a pattern that is tried everywhere. */
    private static final Pattern CANDIDATE = Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}])"
            + "(?:[\\p{L}\\p{M}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}'’·-]*+[^\\p{L}\\p{M}\\p{Nd}\\n]{1,3}"
            + "|[\\p{L}\\p{M}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}'’·-]*['’·-])?"
            + "\\p{Lu}[\\p{L}\\p{M}'’·-]*+(?: (?:\\p{Ll}{1,3} ){0,2}+\\p{Lu}[\\p{L}\\p{M}'’·-]*+){1,12}+");

    @Test
    void candidatesOfAnyTextAreThoseOfTheirDefinition() {
        List<String> pieces = List.of(
                "Ana", "Rui", "de", "la", "o", "7", "l'Hort", "È", "e\u0301", " ", " ", " ", ", ", ". «", "\n", "-",
                "'", "…  ");
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(1 + random.nextInt(12), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            List<String> expected = CANDIDATE
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
            assertThat(NameCandidates.in(text)).as(text).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void candidatesComeOnceEach() {
        assertThat(NameCandidates.in("Ana Costa, depois Rui Paz, depois Ana Costa\nAna Costa"))
                .containsExactly("Ana Costa", "depois Rui Paz", "depois Ana Costa");
    }

    @Test
    void aLongLineOfCapitalsIsReadInAMoment() {
        assertThat(NameCandidates.in("Aa-".repeat(200_000) + " " + "A ".repeat(100_000)))
                .isNotEmpty();
    }

    @Test
    void candidatesThatEndWithANameOfSeveralWordsNeedNoSecondLook() {
        List<String> candidates =
                List.of("presidente Ana Costa", "Rui Costa", "Ana Costa", "o Porto de Rui Paz", "Ana Costa Paz");
        assertThat(NameCandidates.without(Set.of("Ana Costa", "Costa", "Rui Paz"), candidates))
                .containsExactly("Rui Costa", "Ana Costa Paz");
    }

    @Test
    void onlyWhatMayBeginANameAndThenCandidatesWithAGivenNameAreShownToOtherDictionaries() {
        List<String> candidates = List.of(
                "a Marta Blanco",
                "la Casa Blanca",
                "d'Anna-Maria O'Neill",
                "com Ana\u0301 Ruiz",
                "na ONU Rosa",
                "Blanco Paz");
        assertThat(NameCandidates.beginnings(candidates))
                .containsExactly("Marta", "Casa", "Anna-Maria", "Ana\u0301", "Blanco");
        assertThat(ApertiumNames.given(
                        "^Marta/Marta<np><ant><f><sg>$ . ^Casa/casa<n><f><sg>$ . ^marta/marta<np><ant>$"))
                .containsExactly("Marta");
        assertThat(NameCandidates.having(Set.of("Marta", "Cas"), candidates)).containsExactly("a Marta Blanco");
    }
}
