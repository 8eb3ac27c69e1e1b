package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

class PhonesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call 0151 777 8000 now. | Llame ya al 0151 777 8000. | false",
                "Call 0151 777 8000 now. | Llame ya al +44 151 777-8000. | false",
                "Call 0151 777 8000 now. | Llame ya al 0151 777 8001. | true",
                "Call 0151 777 8000 now. | Llame ya. | true",
                "It cost 1,500,000 in 2018. | Costó 1.500.000 en 2018. | false",
                "They won 3-0 on 01.02.2018. | Ganaron 3-0 el 1 de febrero de 2018. | false"
            })
    void aTelephoneNumberKeepsItsDigits(String source, String target, boolean changed) {
        Article original = Corpus.article("en", List.of("Headline", source));
        Article article = Corpus.article("es", List.of("Titular", target));
        Comparison comparison =
                Comparison.of(original, Corpus.translation(original, article, Corpus.paired(original, article)));
        List<Finding> findings =
                comparison.units().stream().flatMap(new Phones()::review).toList();
        assertThat(findings)
                .extracting(Finding::code)
                .isEqualTo(changed ? List.of(FindingCode.PHONE_CHANGED) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "en, The minister is accused of bribery, true",
        "en, The deadline is on Monday, false",
        "es, El acusado negó los hechos, true",
        "ru, Погибли два человека, true",
        "de, Das Motorrad steht im Hof, false",
        "xx, accused, false"
    })
    void claimsThatMayDoHarmAreKnown(String language, String text, boolean sensitive) {
        assertThat(Sensitive.load().isIn(text, language)).isEqualTo(sensitive);
    }
}
