package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;

class NameRepairTest {
    private static final NameRepair REPAIR = new NameRepair(Map.of(
            "Ana Herrero", List.of("Ana", "Ferreiro"), "Herrero", List.of("Ferreiro"), "Kenia", List.of("Kenia")));

    private static Word word(String text, int mark) {
        return new Word(" ", text, List.of(mark), Evidence.GOOD);
    }

    private static Sentence sentence(String words) {
        return new Sentence(
                Stream.of(words.split(" ")).map(text -> word(text, 0)).toList());
    }

    private static String mended(String source, Sentence sentence, Map<String, String> wanted) {
        return NameRepair.text(REPAIR.mended(source, sentence, wanted).words()).strip();
    }

    @Test
    void aNameIsPutBackWhereTheEngineWroteWhatItMakesOfTheNameAlone() {
        assertThat(mended("Ana Herrero habla.", sentence("Ana Ferreiro fala ."), Map.of("Ana Herrero", "Ana Herrero")))
                .isEqualTo("Ana Herrero fala .");
    }

    @Test
    void aFamilyNameInsideTheWholeNameIsPutBackWithIt() {
        Map<String, String> both = Map.of("Ana Herrero", "Ana Herrero", "Herrero", "Herrero");
        assertThat(mended("Ana Herrero y Herrero.", sentence("Ana Ferreiro e Ferreiro ."), both))
                .isEqualTo("Ana Herrero e Herrero .");
    }

    @Test
    void whatStandsForAnUnknownNameOfACountryTakesItsPlace() {
        assertThat(mended("El presidente de Kenia.", sentence("O presidente de Kenia ."), Map.of("Kenia", "Quénia")))
                .isEqualTo("O presidente de Quénia .");
    }

    @Test
    void theNameKeepsItsMarks() {
        Sentence marked = new Sentence(List.of(word("Ana", 3), word("Ferreiro", 3), word("fala", 0)));
        Word first = REPAIR.mended("Ana Herrero habla", marked, Map.of("Ana Herrero", "Ana Herrero"))
                .words()
                .getFirst();
        assertThat(first).isEqualTo(new Word(" ", "Ana Herrero", List.of(3), Evidence.KEPT));
    }

    @Test
    void whereItIsNotPlainNothingIsChanged() {
        Map<String, String> wanted = Map.of("Ana Herrero", "Ana Herrero");
        Sentence parted = new Sentence(List.of(word("Ana", 3), word("Ferreiro", 0)));
        for (Sentence unclear : List.of(
                sentence("Ana Ferreiro e Ana Ferreiro ."), // more often than it is missing
                sentence("A ferreira Ana fala ."), // otherwise in this sentence
                parted)) { // half of it in a link
            assertThat(REPAIR.mended("Ana Herrero habla.", unclear, wanted)).isEqualTo(unclear);
        }
        Sentence elided = new Sentence(
                List.of(new Word(" ", "l'", List.of(), Evidence.GOOD), new Word("", "Hort", List.of(), Evidence.GOOD)));
        assertThat(new NameRepair(Map.of("Nort", List.of("Hort"))).mended("El Nort", elided, Map.of("Nort", "Nort")))
                .isEqualTo(elided);
    }
}
