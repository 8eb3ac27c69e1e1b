package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final String MARKS = "\u0301\u0308\u3099\u0345\u0653\u11a8";

    @Test
    void aPlainCharacterHasTheWordsOfItsCompatibilityForm() {
        IntStream.range(0xa0, Character.MAX_VALUE)
                .filter(c -> Words.isPlain((char) c))
                .mapToObj(Character::toString)
                .forEach(c -> assertThat(Words.of("x" + c + "y"))
                        .as(Character.getName(c.charAt(0)))
                        .isEqualTo(Words.of(Normalizer.normalize("x" + c + "y", Normalizer.Form.NFKC))));
    }

    @Test
    void whatWouldBeComposedWithTheLetterBeforeItIsNotPlain() {
        assertThat(MARKS.chars().filter(c -> Words.isPlain((char) c))).isEmpty();
    }

    @Test
    void aWordsLastSigmaIsSmallAsTheLastOfTheWordEvenBeforeAPoint() {
        assertThat(Words.of("ΟΔΟΣ.ΑΒ ΣΑΣ")).containsExactly("οδος", "αβ", "σας");
    }

    @Test
    void pairsStandForTheWordsOfAScriptWithoutSpaces() {
        assertThat(Words.of("東京の橋, Berlin")).containsExactly("東京", "京の", "の橋", "berlin");
    }

    @Test
    void theKeyOfALigatureIsThatOfItsLetters() {
        assertThat(Words.key("Ofﬁce №1 ½")).isEqualTo(Words.key("Office No1 1⁄2"));
    }
}
