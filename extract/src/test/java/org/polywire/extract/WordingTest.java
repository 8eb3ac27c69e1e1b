package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "— … —",
                "Die Brücke wurde 1893 gebaut, sagt Müller-Lüdenscheidt.",
                "ÉCOLE d’été: «Łódź» and ŽIŽKA",
                "Мост через реку ПОСТРОЕН",
                "גשר על הנהר 12",
                "جسر على النهر",
                "جِسْر بالتشكيل",
                "ΟΔΟΣ.ΑΒ ΣΑΣ",
                "İSTANBUL DİYARBAKIR",
                "東京の橋, Berlin",
                "สะพานข้ามแม่น้ำ",
                "पुल नदी पर",
                "Ofﬁce №1 ½ μm µm",
                "a\u0301 e\u0308",
                "\ud835\udc00\ud835\udc01 bridge",
                "snake_case_ _x",
                "no\u00a0break\u2060here"
            })
    void wordsAndKeyAreThoseOfWords(String text) {
        List<String> words = Words.of(text);
        Wording wording = Wording.of(text);
        assertThat(wording.key()).isEqualTo(Words.key(text));
        assertThat(wording.words())
                .isEqualTo(words.stream()
                        .mapToInt(word -> Wording.of(word).words()[0])
                        .toArray());
    }

    @Test
    void everyCharacterDoesToAWordWhatItDoesToWords() {
        IntStream.rangeClosed(0, Character.MAX_VALUE)
                .mapToObj(c -> "X" + (char) c + "Y x" + (char) c)
                .forEach(text -> {
                    assertThat(Wording.of(text).key())
                            .as("%04x", (int) text.charAt(1))
                            .isEqualTo(Words.key(text));
                    assertThat(Wording.of(text).words())
                            .as("%04x", (int) text.charAt(1))
                            .hasSameSizeAs(Words.of(text).toArray());
                });
    }

    /** With the factor of {@link String#hashCode}, 31, these would have fewer than 8,000 hashes. */
    @Test
    void pairsOfChineseCharactersAreKeptApart() {
        Map<Integer, List<String>> byHash = IntStream.range(0, 40_000)
                .mapToObj(i -> new String(new char[] {(char) (0x4e00 + i % 200), (char) (0x4e00 + i / 200 * 7)}))
                .collect(Collectors.groupingBy(pair -> Wording.of(pair).words()[0]));
        assertThat(byHash).hasSize(40_000);
    }
}
