package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.polywire.model.Article;
import org.polywire.model.Fitness;

class ProtectedNamesTest {
    private static final EnginePair PAIR = ScriptedEngine.pair("pt", "es", Fitness.NEWS, 55);

    private static Set<String> names(String text) {
        Article article = Papers.article("pt", "Titular", Papers.paragraph(Papers.text(text)));
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                ScriptedEngine engine = new ScriptedEngine().with(PAIR)) {
            return ProtectedNames.of(article, engine, PAIR, threads);
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
    void candidatesAreSequencesOfCapitalisedWordsWithTheWordBefore() {
        assertThat(NameCandidates.in("Ontem o presidente Ana de la Costa chegou a Nova Iorque. Chegou cedo.", 1_000))
                .containsExactly("presidente Ana de la Costa . a Nova Iorque . ");
    }

    @Test
    void candidatesComeOnceEachAndInPiecesOfTheLengthAskedFor() {
        assertThat(NameCandidates.in("Ana Costa, depois Rui Paz, depois Ana Costa\nAna Costa", 12))
                .isEqualTo(List.of("Ana Costa . ", "depois Rui Paz . ", "depois Ana Costa . "));
    }

    @Test
    void aLongLineOfCapitalsIsReadInAMoment() {
        assertThat(NameCandidates.in("Aa-".repeat(200_000) + " " + "A ".repeat(100_000), 6_000))
                .isNotEmpty();
    }
}
