package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.LanguageTag;
import org.polywire.testkit.Seeded;

class SentencesTest {

    /** Sentences are parted by a bar in the examples. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "es; El Sr. Pérez llegó a las 10 p. m. del lunes. | Nadie lo esperaba.",
                "es; Creció un 3.5 en EE. UU. y en la UE. | ¿Por qué? | ¡Nadie lo sabe!",
                "es; «No puedo más. Me voy», dijo J. K. Rowling. | Luego se fue.",
                "es; Vive en la avda. Mayor, núm. 10. | Es grande… y fría.",
                "es; ¿Vendrá? se preguntó la Dra. Ana M. López.",
                "ca; El Dr. Puig viu al c. Major. | La Sra. Mas, també.",
                "pt; A Dra. Costa falou na pág. 12 do relatório, etc. | Depois saiu.",
                "gl; O Sr. Rei e a Sra. Mora falaron. | Despois marcharon.",
                "fr; M. Dupont est venu. | « Enfin ! Le voilà », dit Mme. Durand.",
                "en; Mr. Smith went to No. 10 on Jan. 5. | He said no. | Then he left the U.S. embassy.",
                "en; See https://example.org/a.b?c=d. | Then go.",
                "de; Am 3. Mai kam Hr. Dr. Klein. | Sie blieb.",
                "de; „Das ist gut. Sehr gut“, sagte sie. | Alle lachten.",
                "ar; هل وصل الوزير؟ | نعم وصل أمس. | ثم غادر.",
                "hi; वह आया। | फिर चला गया।",
                "zh; 他来了。| 他走了！",
                "he; האם הגיע השר? | כן.»",
                "el; Ήρθε; | Ναι. | Έφυγε",
                "es; Sin punto, con coma y 2 cifras",
                "es; «Se acabó…».",
                "it; Il dott. Rossi è qui. | La sig.ra Bianchi, no."
            })
    void itCutsWhereASentenceEnds(String language, String expected) {
        String text = expected.replace(" | ", " ").replace("| ", "");
        List<String> sentences = new Sentences(new LanguageTag(language))
                .split(text).stream().map(range -> range.of(text)).toList();
        assertThat(sentences).containsExactly(expected.split(" ?\\| "));
    }

    @Test
    void anEndlessSentenceIsCutBetweenWordsAndAnEndlessWordSomewhere() {
        Sentences sentences = new Sentences(new LanguageTag("es"));
        String words = "palabra ".repeat(1_000).strip();
        assertThat(sentences.split(words)).hasSizeGreaterThan(3).allSatisfy(range -> {
            assertThat(range.end() - range.start()).isLessThanOrEqualTo(Sentences.MAX_LENGTH);
            assertThat(range.of(words)).startsWith("palabra").endsWith("palabra");
        });
        assertThat(sentences.split("x".repeat(100_000))).hasSize(50);
    }

    @Test
    void nothingButWhiteSpaceLiesBetweenSentences() {
        String pieces = "Aa. b! «C» \"d\" … ¿e? 1.5 Sr. 😀 ـé . ";
        Seeded.run(200, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                int at = random.nextInt(pieces.length() - 1);
                text.append(pieces, at, at + 1 + random.nextInt(Math.min(5, pieces.length() - at - 1) + 1));
            }
            String all = text.toString();
            int end = 0;
            for (Sentences.Range range : new Sentences(new LanguageTag("es")).split(all)) {
                assertThat(all.substring(end, range.start())).isBlank();
                assertThat(range.of(all)).isEqualTo(range.of(all).strip()).isNotEmpty();
                end = range.end();
            }
            assertThat(all.substring(end)).isBlank();
        });
    }
}
