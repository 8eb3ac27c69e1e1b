package org.polywire.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/**
 * Every number of a unit has the same value in the translation, whichever way it is written there.
 *
 * <p>Held where a number in digits went or came. Number words of which one went and another came are held where the wording is
 * literal, in the unit or around the number, else a note; as is one that only went or only came.
 */
final class Numbers implements UnitCheck {
    private static final Pattern ROMAN = Pattern.compile("\\b([IVXLC]{1,7})(?:e|ème|è|º)?\\b");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The minutes of {@code 15:00}, which nobody says in {@code 3 p.m.} */
    private static final String FULL_HOUR = "00";

    private static final BigDecimal DAY = BigDecimal.valueOf(24);

    private final Likeness likeness;

    Numbers(Likeness likeness) {
        this.likeness = likeness;
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        Difference difference = unit.whole().numbers();
        List<Amount> missing = difference.missing();
        List<Amount> added = difference.added();
        if (missing.isEmpty() && added.isEmpty()) {
            return Stream.empty();
        }
        String evidence = shown(missing) + " → " + shown(added);
        boolean exchanged = !missing.isEmpty() && !added.isEmpty();
        boolean sure = inDigits(missing) || inDigits(added) || (exchanged && isLiteral(unit, missing, added));
        return Stream.of(
                sure
                        ? unit.hold(FindingCode.NUMBER_CHANGED, evidence)
                        : unit.note(FindingCode.NUMBER_CHANGED, evidence));
    }

    /** The amounts in digits of the original that the translation has as well. */
    static List<Amount> kept(TextPair texts) {
        List<Amount> missing = texts.numbers().missing();
        return texts.source().amounts().stream()
                .filter(amount -> amount.digits() && !missing.contains(amount))
                .toList();
    }

    /** Amounts of either text that the other has not. */
    record Difference(List<Amount> missing, List<Amount> added) {}

    static Difference difference(TextPair texts) {
        String source = texts.source().written();
        String target = texts.target().written();
        List<Amount> before = texts.source().amounts();
        List<Amount> after = texts.target().amounts();
        List<Amount> gone = unequal(before, after);
        List<Amount> came = unequal(after, before);
        List<Amount> missing = unlike(gone, texts.source(), texts.target());
        List<Amount> added = unlike(came, texts.target(), texts.source());
        if (missing.isEmpty() && added.isEmpty()) {
            return new Difference(List.of(), List.of());
        }
        Conversion conversion = Conversion.between(source, target);
        boolean exchanged = !missing.isEmpty() && !added.isEmpty() && !conversion.joinsAll(before, after);
        return new Difference(
                without(missing, exchanged ? came : after, conversion, exchanged),
                without(added, exchanged ? gone : before, conversion, exchanged));
    }

    /**
     * The amounts that the others are not in another unit. A writer who gives both units ({@code 45 miles (72 kilometers)})
     * may be translated with one, so where nothing was exchanged all amounts of the other text count; so they do where all were
     * converted, as 2 inches may stand beside 2 centimetres that are 1 inch.
     */
    private static List<Amount> without(
            List<Amount> amounts, List<Amount> others, Conversion conversion, boolean exchanged) {
        return amounts.stream()
                .filter(amount -> !conversion.isUnit(amount, !exchanged))
                .filter(amount -> others.stream().noneMatch(other -> conversion.joins(amount, other)))
                .toList();
    }

    /** How many are written in digits and are not 1. */
    static long digits(List<Amount> amounts) {
        return amounts.stream()
                .filter(amount -> amount.digits() && !amount.isOne())
                .count();
    }

    private boolean isLiteral(UnitPair unit, List<Amount> missing, List<Amount> added) {
        List<Word> source = unit.sourceWords();
        List<Word> target = unit.targetWords();
        return likeness.isLiteral(unit.source(), unit.target(), unit)
                || missing.stream().anyMatch(amount -> isLiteral(amount, source, target))
                || added.stream().anyMatch(amount -> isLiteral(amount, target, source));
    }

    private static boolean isLiteral(Amount amount, List<Word> in, List<Word> other) {
        return IntStream.range(0, in.size())
                .filter(i -> amount.shown().startsWith(in.get(i).lower()))
                .anyMatch(i -> Likeness.sameSurroundings(in, i, other));
    }

    private static boolean inDigits(List<Amount> amounts) {
        return amounts.stream().anyMatch(amount -> amount.digits() && !amount.isOne());
    }

    private static String shown(List<Amount> amounts) {
        return amounts.isEmpty() ? "–" : amounts.stream().map(Amount::shown).collect(Collectors.joining(", "));
    }

    /** The amounts that the other text has not with the same value. */
    private static List<Amount> unequal(List<Amount> amounts, List<Amount> others) {
        List<Amount> left = new ArrayList<>(others);
        List<Amount> missing = new ArrayList<>();
        amounts.stream()
                .filter(Amount::digits)
                .filter(amount -> !take(amount, left))
                .forEach(missing::add);
        amounts.stream()
                .filter(amount -> !amount.digits() && !take(amount, left))
                .forEach(missing::add);
        return missing;
    }

    /** Of the amounts that the other text has not with the same value those that it does not write in another way either. */
    private static List<Amount> unlike(List<Amount> amounts, Text text, Text otherText) {
        List<Amount> others = otherText.amounts().stream().distinct().toList();
        return amounts.stream()
                .filter(amount -> amount.sure()
                        && !amount.shown().equals(FULL_HOUR)
                        && others.stream().noneMatch(amount::mayBe)
                        && !inParts(amount, others)
                        && others.stream().noneMatch(other -> isDecade(amount, other))
                        && others.stream().noneMatch(other -> HoursOfDay.areSame(amount, text, other, otherText))
                        && !(amount.digits() && romans(otherText.written()).anyMatch(amount.values()::contains)))
                .toList();
    }

    private static boolean take(Amount amount, List<Amount> left) {
        for (Iterator<Amount> others = left.iterator(); others.hasNext(); ) {
            if (others.next().mayBe(amount)) {
                others.remove();
                return true;
            }
        }
        return false;
    }

    /** Times and dates with other separators: {@code 10.30} beside {@code 10:30}. */
    private static boolean inParts(Amount amount, List<Amount> others) {
        List<BigDecimal> parts = others.stream()
                .filter(other -> !other.shown().equals(amount.shown()))
                .flatMap(other -> other.parts().stream())
                .toList();
        return amount.parts().stream().allMatch(part -> parts.contains(part) && part.compareTo(HUNDRED) < 0)
                && (amount.parts().size() > 1 || splitIn(amount, others));
    }

    private static boolean splitIn(Amount amount, List<Amount> others) {
        return others.stream()
                .anyMatch(other ->
                        other.parts().size() > 1 && other.parts().containsAll(amount.parts()) && isTime(other));
    }

    private static boolean isTime(Amount amount) {
        return amount.parts().getFirst().compareTo(DAY) <= 0
                && amount.parts().getLast().intValue() < 60;
    }

    /** A decade with and without its century ({@code 30} and {@code 1930}). */
    private static boolean isDecade(Amount one, Amount other) {
        BigDecimal first = one.parts().getFirst();
        BigDecimal second = other.parts().getFirst();
        int decade = first.min(second).intValue();
        return first.min(second).remainder(BigDecimal.TEN).signum() == 0
                && first.subtract(second).abs().intValue() == 1900
                && decade >= 20
                && decade < 100;
    }

    private static Stream<BigDecimal> romans(String text) {
        return ROMAN.matcher(text).results().map(found -> roman(found.group(1)));
    }

    /** What Roman numerals are worth. */
    static BigDecimal roman(String numeral) {
        return BigDecimal.valueOf(roman(numeral.toCharArray())).stripTrailingZeros();
    }

    private static int roman(char[] digits) {
        int value = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = roman(digits[i]);
            value += i + 1 < digits.length && digit < roman(digits[i + 1]) ? -digit : digit;
        }
        return value;
    }

    private static int roman(char digit) {
        return switch (digit) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            default -> 100;
        };
    }
}
