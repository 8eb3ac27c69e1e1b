package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.testkit.Seeded;

class WordTest {
    /** Latin, Cyrillic, Chinese (one sign of two characters), Japanese, Korean, Arabic, Hebrew and Hindi letters, marks, digits, and what may stand between. */
    private static final List<String> PIECES = List.of(
            "a", "John", "É", "e\u0301", "Ж", "中", "在大街", "𠮷", "ない", "カ", "는", "لم", "الوزير", "ה", "צה\"ל", "नहीं",
            "1", "２", "٣", "½", " ", " ", "·", "'", "’", "-", ".", "。", "、", "“", "\n", "\u200f", "\u200c", "😀");

    @Test
    void whatStandsBetweenItsOffsetsIsTheWord() {
        Seeded.run(500, random -> {
            String text = mixed(random);
            assertThat(Word.of(text))
                    .as(text)
                    .allSatisfy(word ->
                            assertThat(text.substring(word.start(), word.end())).isEqualTo(word.text()));
        });
    }

    @Test
    void everyLetterAndDigitIsInOneWordAndNothingElseIsInNone() {
        Seeded.run(500, random -> {
            String text = mixed(random);
            StringBuilder left = new StringBuilder(text);
            int end = 0;
            for (Word word : Word.of(text)) {
                assertThat(word.start()).as(text).isGreaterThanOrEqualTo(end);
                end = word.end();
                Windows.blank(left, word.start(), end);
            }
            assertThat(left.codePoints().noneMatch(Character::isLetterOrDigit))
                    .as(text)
                    .isTrue();
        });
    }

    @Test
    void noWordHasEastAsianLettersAndOthers() {
        Seeded.run(
                500,
                random -> assertThat(Word.of(mixed(random)))
                        .allSatisfy(word -> assertThat(word.text()
                                        .codePoints()
                                        .filter(Character::isLetter)
                                        .mapToObj(Word::isEastAsian)
                                        .distinct())
                                .as(word.text())
                                .hasSizeLessThanOrEqualTo(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "在John大街 | 在 John 大街",
                "FBI는 | FBI 는",
                "10月 | 10月",
                "الوزير中 | الوزير 中",
                "l·lusió | l·lusió",
                "卡迪·B | 卡迪 B",
                "𠮷a | 𠮷 a",
                // A dot joins no East Asian letters, on neither side, of one character or two.
                "𠮷·a | 𠮷 a",
                "a·中 | a 中",
                "中1·a | 中1 a"
            })
    void aWordEndsWhereWritingsMeet(String text, String words) {
        assertThat(Word.of(text).stream().map(Word::text)).containsExactly(words.split(" ", -1));
    }

    /** Each word is read once, however long the text runs on without a space. */
    @Test
    void letterForLetterTheWritingChangesAndEachIsAWord() {
        assertThat(Word.of("a中".repeat(100_000))).hasSize(200_000);
    }

    private static String mixed(Random random) {
        return IntStream.range(0, random.nextInt(40))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }
}
