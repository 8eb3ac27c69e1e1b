package org.polywire.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.LanguageTag;

class LanguageIdentifierTest {
    private final LanguageIdentifier identifier = LanguageIdentifier.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | El ayuntamiento aprobó ayer las cuentas del año que viene.",
                "ca | L'ajuntament va aprovar ahir els comptes de l'any que ve.",
                "gl | O concello aprobou onte as contas do ano que vén.",
                "pt | A câmara aprovou ontem as contas do ano que vem.",
                "fr | La mairie a approuvé hier les comptes de l'année prochaine.",
                "it | Il comune ha approvato ieri i conti dell'anno prossimo.",
                "en | The town council approved next year's accounts yesterday.",
                "de | Der Stadtrat hat gestern den Haushalt für das nächste Jahr beschlossen.",
                "ar | وافق مجلس المدينة أمس على حسابات العام المقبل.",
                "he | מועצת העיר אישרה אתמול את תקציב השנה הבאה.",
                "fa | شورای شهر دیروز بودجه سال آینده را تصویب کرد.",
                "hi | नगर परिषद ने कल अगले साल के बजट को मंज़ूरी दी।",
                "zh | 市议会昨天批准了明年的预算。",
                "ja | 市議会は昨日、来年度の予算を承認した。",
                "ru | Городской совет вчера утвердил бюджет на следующий год.",
                "uk | Міська рада вчора затвердила бюджет на наступний рік.",
                "gl | Sen auga desde onte",
                "ca | Sense aigua des d'ahir",
                "pt | Sem água desde ontem",
                "es | Sin agua desde ayer",
            })
    void aSentenceIsRecognised(String language, String text) {
        assertThat(identifier.guesses(text).getFirst().language()).isEqualTo(new LanguageTag(language));
    }

    @Test
    void nothingIsToldOfATextWithoutLetters() {
        assertThat(identifier.guesses("")).isEmpty();
        assertThat(identifier.guesses("1.234,5 % — 2026!")).isEmpty();
    }

    @Test
    void guessesAreOrderedAndSumUpToAtMostOne() {
        List<Guess> guesses = identifier.guesses("Unha casa na costa do norte");
        assertThat(guesses).isSortedAccordingTo((one, other) -> Double.compare(other.confidence(), one.confidence()));
        assertThat(guesses.stream().mapToDouble(Guess::confidence).sum()).isBetween(0.9, 1.000001);
    }

    @Test
    void aLongTextIsLookedAtOnlyInItsBeginning() {
        String start = "La mairie a approuvé hier les comptes. ".repeat(100);
        assertThat(identifier.guesses(start + "The town council approved it. ".repeat(10_000)))
                .isEqualTo(identifier.guesses(start));
    }

    @Test
    void aTextCutInsideASurrogatePairIsNoError() {
        assertThat(identifier.guesses("a" + "😀".repeat(LanguageIdentifier.LOOKED_AT)))
                .isNotNull();
    }

    @Test
    void manyThreadsGetTheSameAnswer() {
        List<Guess> alone = identifier.guesses("Sense aigua des d'ahir");
        assertThat(IntStream.range(0, 400).parallel().mapToObj(i -> identifier.guesses("Sense aigua des d'ahir")))
                .allMatch(alone::equals);
    }

    @ParameterizedTest
    @CsvSource({"cmn,zh", "zho,zh", "spa,es", "glg,gl", "nob,nb", "pes,fa", "lvs,lv", "ast,ast", "deu,de", "ron,ro"})
    void aCodeOfThreeLettersBecomesTheShortestTag(String code, String tag) {
        assertThat(PrimaryTags.of(code)).hasToString(tag);
    }
}
