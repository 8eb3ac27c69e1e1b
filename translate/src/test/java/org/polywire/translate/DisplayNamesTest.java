package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.DisplayNames.Match;

class DisplayNamesTest {
    private static DisplayNames between(String from, String to) {
        return DisplayNames.between(new LanguageTag(from), new LanguageTag(to));
    }

    private static Word word(String text, Evidence evidence) {
        return new Word(" ", text, List.of(), evidence);
    }

    @ParameterizedTest
    @CsvSource({
        "es, pt, El gobierno de Kenia dimitió., Kenia, Quénia",
        "es, pt-BR, El gobierno de Kenia dimitió., Kenia, Quênia",
        "pt, es, O governo do Quênia caiu., Quênia, Kenia",
        "pt, es, O governo do Quénia caiu., Quénia, Kenia",
        "es, ca, Viajó de Burkina Faso a Malaui., Malaui, Malawi",
        "es, gl, Habla suajili., suajili, suahili",
        "pt, es, Birmânia e os seus vizinhos, Birmânia, Birmania",
        "ru, en, Он прилетел в Таиланд вчера., Таиланд, Thailand",
        "ru, uk, Он прилетел в Таиланд вчера., Таиланд, Таїланд",
        "en, ar, Protests in Kenya went on., Kenya, كينيا",
        "ar, en, وصل إلى كينيا أمس, كينيا, Kenya",
        "ar, fr, وصل إلى كينيا أمس, كينيا, Kenya",
    })
    void aNameIsWrittenAsItsReadersWriteIt(String from, String to, String text, String source, String target) {
        assertThat(between(from, to).in(text))
                .filteredOn(match -> match.source().equals(source))
                .extracting(Match::target)
                .containsExactly(target);
    }

    @ParameterizedTest
    @CsvSource({
        "es, pt, La escritora Georgia Meloni habló.",
        "es, pt, La isla de Nueva Kenia",
        "es, pt, El guineano-keniata Keniata de Kenia-Sur",
        "es, pt, Mauricio habló con Palau en la Reunión de San Martín y Granada.",
        "es, uk, El gobierno de Kenia dimitió.",
        "ru, en, Он был в Таиланде.",
        "es, xx, El gobierno de Kenia dimitió.",
    })
    void whatIsAPartOfAnotherNameInflectedOrMostlySomethingElseIsLeftAlone(String from, String to, String text) {
        assertThat(between(from, to).in(text)).isEmpty();
    }

    private static Map<String, String> untranslated(String source, List<Word> target, String translation) {
        return DisplayNames.untranslated(between("es", "pt").in(source), source, target, translation);
    }

    @Test
    void onlyWhatTheEngineDidNotKnowOrTookForAnotherWordIsToBePutRight() {
        assertThat(untranslated("Está en Kenia.", List.of(word("Kenia", Evidence.UNKNOWN)), "Está em Kenia."))
                .isEqualTo(Map.of("Kenia", "Quénia"));
        assertThat(untranslated("Está en Catar.", List.of(word("provar", Evidence.GOOD)), "Está em provar."))
                .isEqualTo(Map.of("Catar", "Catar"));
        assertThat(untranslated("Está en Kenia.", List.of(word("Quênia", Evidence.GOOD)), "Está em Quênia."))
                .isEmpty();
        assertThat(untranslated("Está en Vietnam.", List.of(word("Vietname", Evidence.GOOD)), "Está no Vietname."))
                .isEmpty();
        assertThat(untranslated("Catar el vino.", List.of(word("Provar", Evidence.GOOD)), "Provar o vinho."))
                .isEmpty();
    }
}
