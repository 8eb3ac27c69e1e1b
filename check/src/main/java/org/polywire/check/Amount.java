package org.polywire.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A number in a text.
 *
 * @param shown as it is written
 * @param values what it may mean: {@code 1.234} is two numbers
 * @param parts the numbers between its separators: {@code 10} and {@code 30} of {@code 10.30}
 * @param digits whether it is written in digits
 * @param sure whether it is a number at all: French {@code neuf} may be {@code new}, Portuguese {@code segundo} {@code according to}
 */
record Amount(String shown, Set<BigDecimal> values, List<BigDecimal> parts, boolean digits, boolean sure) {
    boolean mayBe(Amount other) {
        return values.stream().anyMatch(other.values()::contains);
    }

    boolean isOne() {
        return values.contains(BigDecimal.ONE) && parts.size() == 1;
    }
}
