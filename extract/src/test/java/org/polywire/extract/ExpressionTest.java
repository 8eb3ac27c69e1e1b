package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    @Test
    void isFoundWhereTheExpressionAloneIs() {
        Expression expression = Expression.of("(?i)(?:^|[-_ ])(?:dek|stand-?first)(?![a-z])|1x1");
        for (String text : List.of("", "dek", "x DEK", "deks", "my-Standfirst", "standf", "1x1", "ᏧᎳᎾ 中文 dek")) {
            boolean alone = Pattern.compile("(?i)(?:^|[-_ ])(?:dek|stand-?first)(?![a-z])|1x1")
                    .matcher(text)
                    .find();
            assertThat(expression.isIn(text)).as(text).isEqualTo(alone);
            assertThat(expression.find(text) != null).as(text).isEqualTo(alone);
        }
    }

    @Test
    void takesTheFirstMatchFromAText() {
        Expression expression = Expression.of("\\s*(?:기자|記者)$");
        assertThat(expression.takenFrom("김민수 기자")).isEqualTo("김민수");
        assertThat(expression.takenFrom("기자 김민수")).isEqualTo("기자 김민수");
    }

    @Test
    void oneThatMayBeInAnyTextIsRefused() {
        assertThatThrownBy(() -> Expression.of("share|\\d+")).isInstanceOf(IllegalArgumentException.class);
    }
}
