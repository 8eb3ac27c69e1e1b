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
 * <p>Held where one number in digits went and another came. A number that is only missing or only added, and number words of
 * which one went and another came, are held where the wording is literal, in the unit or around the number; else a note.
 */
final class Numbers implements UnitCheck {
    private static final Pattern ROMAN = Pattern.compile("\\b[IVXLC]{1,7}\\b");
    private static final BigDecimal NOON = BigDecimal.valueOf(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The minutes of {@code 15:00}, which nobody says in {@code 3 p.m.} */
    private static final String FULL_HOUR = "00";

    private static final BigDecimal DAY = BigDecimal.valueOf(24);

    private final AmountReader reader;

    private final Likeness likeness;

    private Numbers(AmountReader reader, Likeness likeness) {
        this.reader = reader;
        this.likeness = likeness;
    }

    static Numbers load(Likeness likeness) {
        return new Numbers(AmountReader.load(), likeness);
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        Difference difference = difference(
                unit.source(), unit.from().language(), unit.target(), unit.to().language());
        List<Amount> missing = difference.missing();
        List<Amount> added = difference.added();
        if (missing.isEmpty() && added.isEmpty()) {
            return Stream.empty();
        }
        String evidence = shown(missing) + " → " + shown(added);
        boolean grave = inDigits(missing) || inDigits(added) || (!missing.isEmpty() && !added.isEmpty());
        boolean exchanged = inDigits(missing) && inDigits(added);
        boolean sure = exchanged || (grave && isLiteral(unit, missing, added));
        return Stream.of(
                sure
                        ? unit.hold(FindingCode.NUMBER_CHANGED, evidence)
                        : unit.note(FindingCode.NUMBER_CHANGED, evidence));
    }

    /** Amounts of either text that the other has not. */
    record Difference(List<Amount> missing, List<Amount> added) {}

    Difference difference(String source, String from, String target, String to) {
        List<Amount> before = reader.read(source, from);
        List<Amount> after = reader.read(target, to);
        return before.isEmpty() && after.isEmpty()
                ? new Difference(List.of(), List.of())
                : converted(without(before, after, target), without(after, before, source), source, target);
    }

    private static final Pattern IMPERIAL = pattern(
            "\\b(?:mil(?:e|es|la|las|les|lhas?|has?|ju|jer|en|le)\\b|meil|mph|feet|foot|ft\\b|fuß|fot\\b|pied|pies\\b|pés\\b|peus\\b|piedi|inch|zoll|tomm|pouce|pulg|polz|poleg|polleg|pollic|yard|jard|pound|lbs?\\b|libbr|libra|lliur|acre|gallon|galón|ounce|stone|fahrenheit)"
                    + "|мил[ьяи]|фут|дюйм|英里|英尺|英寸|マイル|フィート|インチ|마일|피트|인치|ميل|قدم|بوصة|\\d0s\\b|-degree|degrees|ºF|°F");
    private static final Pattern METRIC = pattern(
            "\\b(?:km|kilom|kilóm|quilóm|quilòm|cm\\b|centim|centím|zentim|mm\\b|m\\b|m[eèéê]t[er]|hect|kg\\b|kilo|quilo|litr|liter|grad|grau|graus|graden|celsius)"
                    + "|[°º]|км|килом|кілом|метр|сантим|см|градус|кг|公里|米|厘米|キロ|メートル|センチ|度|킬로|미터|센티|도|كيلو|متر|درج");

    private static final Pattern CENTIMETRES = pattern("\\b(?:cm|centim|centím|zentim|sentim)|см\\b|сантим");
    private static final Pattern MILLIMETRES = pattern("\\b(?:mm|mil+im|mil·lím|milím)|мм\\b|миллим|мілім");

    private static Pattern pattern(String words) {
        return Pattern.compile(
                words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Miles, feet, inches, pounds, acres, gallons, yards, stones and ounces in metric units; centimetres in millimetres. */
    private static final double[] FACTORS = {1.609, 0.3048, 2.54, 25.4, 0.4536, 0.4047, 3.785, 0.9144, 6.35, 28.35, 10};

    /** Amounts that were only put into other units are the same. */
    private static Difference converted(List<Amount> missing, List<Amount> added, String source, String target) {
        if (missing.isEmpty() || added.isEmpty() || !otherUnits(source, target)) {
            return new Difference(missing, added);
        }
        List<Amount> lost = missing.stream()
                .filter(amount -> added.stream().noneMatch(other -> isConverted(amount, other)))
                .toList();
        List<Amount> come = added.stream()
                .filter(amount -> missing.stream().noneMatch(other -> isConverted(other, amount)))
                .toList();
        return new Difference(lost, come);
    }

    private static boolean otherUnits(String source, String target) {
        return CENTIMETRES.matcher(source).find() && MILLIMETRES.matcher(target).find()
                || MILLIMETRES.matcher(source).find()
                        && CENTIMETRES.matcher(target).find()
                || IMPERIAL.matcher(source).find() && METRIC.matcher(target).find()
                || METRIC.matcher(source).find() && IMPERIAL.matcher(target).find();
    }

    private static boolean isConverted(Amount one, Amount other) {
        return one.values().stream()
                .anyMatch(a -> other.values().stream().anyMatch(b -> isConverted(a.doubleValue(), b.doubleValue())));
    }

    private static boolean isConverted(double one, double other) {
        if (isYear(one) || isYear(other)) {
            return false;
        }
        for (double factor : FACTORS) {
            if (near(one * factor, other) || near(other * factor, one)) {
                return true;
            }
        }
        return near((one - 32) / 1.8, other)
                || near((other - 32) / 1.8, one)
                || near(one / 1.8, other)
                || near(other / 1.8, one);
    }

    private static boolean isYear(double value) {
        return value >= 1500 && value < 2100 && value == Math.rint(value);
    }

    /** Within what rounding to a handy number changes; less for numbers that have few handy neighbours. */
    private static boolean near(double one, double other) {
        double share = Math.abs(other) >= 100 ? 0.03 : 0.08;
        return Math.abs(one - other) <= Math.max(0.05, share * Math.abs(other));
    }

    /** How many are written in digits and are not 1. */
    static long digits(List<Amount> amounts) {
        return amounts.stream()
                .filter(amount -> amount.digits() && !amount.isOne())
                .count();
    }

    private boolean isLiteral(UnitPair unit, List<Amount> missing, List<Amount> added) {
        List<Word> source = Word.of(unit.source());
        List<Word> target = Word.of(unit.target());
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

    /** The amounts that the other text has not, in any way of writing them. */
    private static List<Amount> without(List<Amount> amounts, List<Amount> others, String otherText) {
        List<Amount> left = new ArrayList<>(others);
        List<Amount> missing = new ArrayList<>();
        amounts.stream()
                .filter(Amount::digits)
                .filter(amount -> !take(amount, left))
                .forEach(missing::add);
        amounts.stream()
                .filter(amount -> !amount.digits() && !take(amount, left))
                .forEach(missing::add);
        missing.removeIf(amount -> !amount.sure()
                || amount.shown().equals(FULL_HOUR)
                || others.stream().anyMatch(amount::mayBe)
                || inParts(amount, others)
                || others.stream().anyMatch(other -> alike(amount, other))
                || (amount.digits() && roman(otherText).anyMatch(amount.values()::contains)));
        return missing;
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

    /** Decades ({@code 30} and {@code 1930}) and hours of half a day ({@code 3} and {@code 15}). */
    private static boolean alike(Amount one, Amount other) {
        BigDecimal first = one.parts().getFirst();
        BigDecimal second = other.parts().getFirst();
        BigDecimal difference = first.subtract(second).abs();
        boolean hours = difference.equals(NOON)
                && first.max(second).compareTo(DAY) <= 0
                && first.min(second).signum() > 0;
        boolean decade = first.min(second).remainder(BigDecimal.TEN).signum() == 0
                && difference.intValue() == 1900
                && first.min(second).intValue() >= 20
                && first.min(second).intValue() < 100;
        return hours || decade;
    }

    private static Stream<BigDecimal> roman(String text) {
        return ROMAN.matcher(text)
                .results()
                .map(found ->
                        BigDecimal.valueOf(roman(found.group().toCharArray())).stripTrailingZeros());
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
