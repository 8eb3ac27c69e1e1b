package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpeningsTest {
    @Test
    void alternativesOpenWithTheirFirstLetters() {
        assertThat(Openings.of("(?:read|See) also\\b.*|più")).containsExactlyInAnyOrder("read", "see ", "più");
    }

    @Test
    void whatMayBeLeftOutLetsTheNextOpen() {
        assertThat(Openings.of("(?:à )?lire|[oö]b?")).containsExactlyInAnyOrder("à li", "lire", "o", "ö");
    }

    @Test
    void aBeginningEndsWhereAnythingMayFollow() {
        assertThat(Openings.of("ad\\W*$")).containsExactly("ad");
        assertThat(Openings.of("go+al")).containsExactly("go");
        assertThat(Openings.of("x{2,3}y")).containsExactly("x");
        assertThat(Openings.of("se*n")).containsExactlyInAnyOrder("se", "sn");
    }

    @Test
    void anythingMayOpenAnExpressionThatBeginsWithAnything() {
        assertThat(List.of(".{3,60}\\bis\\b", "\\p{L}+ comments", "[^x]y", "(?:a)*"))
                .allSatisfy(expression -> assertThat(Openings.of(expression)).containsExactly(""));
    }

    @Test
    void lookingAheadTakesNothing() {
        assertThat(Openings.of("(?!no)yes")).containsExactly("yes");
    }

    @Test
    void everyDigitOpensWhatAnyDigitMay() {
        assertThat(Openings.of("\\d min")).containsExactly("0 mi");
        assertThat(Openings.ofText("٥ minutes")).contains(Openings.number("0 mi"));
    }

    @Test
    void aTextHasTheOpeningsOfAllThatMatchesItsBeginning() {
        assertThat(Openings.ofText("Ünlü bir")).containsExactly(numbers("", "ü", "ün", "ünl", "ünlü"));
        assertThat(Openings.ofText("Ad")).containsExactly(numbers("", "a", "ad"));
        assertThat(Openings.ofText("")).containsExactly(numbers(""));
    }

    /** The law that lets an expression be left untried: whatever it matches begins with one of its openings. */
    @Test
    void whatAnExpressionMatchesBeginsAsItSays() {
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            String expression = expression(random, 3);
            String text = letters(random, random.nextInt(7));
            if (Pattern.compile(expression).matcher(text).lookingAt()) {
                assertThat(Openings.ofText(text))
                        .as("%s matches %s", expression, text)
                        .containsAnyOf(numbers(Openings.of(expression).toArray(String[]::new)));
            }
        }
    }

    private static long[] numbers(String... beginnings) {
        return Stream.of(beginnings).mapToLong(Openings::number).toArray();
    }

    private static String expression(Random random, int depth) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            String part = depth == 0 || random.nextInt(3) > 0
                    ? List.of("a", "b", "c", "[ab]", "\\d", "\\b", ".").get(random.nextInt(7))
                    : "(?:" + expression(random, depth - 1) + "|" + expression(random, depth - 1) + ")";
            String often = List.of("", "", "", "?", "*", "+", "{2}", "{0,2}").get(random.nextInt(8));
            expression.append(part).append(part.equals("\\b") ? "" : often);
        }
        return expression.toString();
    }

    private static String letters(Random random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append("abc1".charAt(random.nextInt(4)));
        }
        return letters.toString();
    }

    @Test
    void anExpressionHasTheAlternativesOfTheGroupAtItsBeginning() {
        assertThat(Openings.alternatives("(?:read (?:on|more)|.{2,9} is|[|)]x|see)\\W*$"))
                .containsExactly("(?:read (?:on|more))\\W*$", "(?:.{2,9} is)\\W*$", "(?:[|)]x)\\W*$", "(?:see)\\W*$");
        assertThat(Openings.alternatives("(?:a|b)?c")).containsExactly("(?:a|b)?c");
        assertThat(Openings.alternatives("read on")).containsExactly("read on");
    }
}
