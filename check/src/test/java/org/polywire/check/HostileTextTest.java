package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that say one letter, word or mark over and over take no more of each sign than such as say many. */
class HostileTextTest {
    private static final int LENGTH = 8 * Windows.LONGEST;

    /** Times that each sign is read: {@code n'n'n'…} in French is a denial that may begin anywhere in a piece and ends nowhere in it. */
    private static final long MOST_READS = 3L * Windows.LONGEST;

    private static final Pattern FRAGMENT = Pattern.compile("(?<![\\\\\\p{L}\\p{M}])[\\p{L}\\p{M}'’]+");

    private static final Pattern NO_LETTERS = Pattern.compile("\\\\p\\{\\p{L}+}|\\\\\\p{L}\\w*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "negation-parts.txt",
                "negation-veiled.txt",
                "negation-perhaps.txt",
                "negation-licensed.txt",
                "negation-nearly.txt"
            })
    void whatDeniesIsFoundInTimeThatGrowsWithTheText(String file) {
        Lists.words(file)
                .forEach((language, words) -> fragments(String.join(" ", words)).forEach(word -> {
                    Counted text = repeated(word);
                    assertThat(Windows.find(
                                            Pattern.compile(String.join("|", words), Pattern.UNICODE_CHARACTER_CLASS),
                                            text)
                                    .count())
                            .isLessThanOrEqualTo(text.length());
                    assertFewReads(text, language, word);
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"negation-concord.txt", "negation-answers.txt"})
    void whatNeedsADenialIsFoundInTimeThatGrowsWithTheText(String file) {
        Lists.phrases(file)
                .forEach((language, need) -> fragments(String.join(" ", need))
                        .forEach(word -> need.forEach(words -> {
                            Counted text = repeated(word);
                            assertThat(Pattern.compile(words)
                                            .matcher(text)
                                            .results()
                                            .count())
                                    .isLessThanOrEqualTo(text.length());
                            assertFewReads(text, language, word);
                        })));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "a.", "\u0301", "n", "n't", " ", "a. "})
    void stopsAndMarksAreReadAFewTimesEach(String sign) {
        Stream.of(Casing.LOWER_START, Negations.ENGLISH_NOT).forEach(pattern -> {
            Counted text = repeated(sign);
            assertThat(pattern.matcher(text).results().count()).isLessThanOrEqualTo(text.length());
            assertThat(text.reads).isLessThan(20L * LENGTH);
        });
    }

    @Test
    void whatStandsInAPieceOfALongTextIsFoundThereOnce() {
        String text = "ab ".repeat(Windows.LONGEST);
        assertThat(Windows.find(Pattern.compile("b "), text).map(MatchResult::start))
                .hasSize(Windows.LONGEST)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(Windows.blanked(Pattern.compile("b"), text)).isEqualTo("a  ".repeat(Windows.LONGEST));
    }

    @Test
    void noPieceEndsWithinASign() {
        String text = "a" + "\uD842\uDFB7".repeat(Windows.LONGEST);
        assertThat(Windows.find(Pattern.compile("\\S"), text)).hasSize(Windows.LONGEST + 1);
    }

    private static Counted repeated(String word) {
        return new Counted(word.repeat(LENGTH / word.length()));
    }

    private static void assertFewReads(Counted text, String language, String word) {
        assertThat(text.reads).as("%s: %s, again and again", language, word).isLessThanOrEqualTo(MOST_READS * LENGTH);
    }
    /** The words and letters of an expression, each by itself, with a space behind it, and with an apostrophe. */
    private static Stream<String> fragments(String line) {
        return FRAGMENT.matcher(NO_LETTERS.matcher(line).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .distinct()
                .flatMap(word -> Stream.of(word, word + " ", word + "'"));
    }

    /** A text that counts how often its signs are read. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long reads;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
