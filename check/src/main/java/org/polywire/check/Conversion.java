package org.polywire.check;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How amounts change between two texts of which one has the units of one system and the other those of another.
 *
 * @param factors of the units that the texts name; empty if they name none that were exchanged
 * @param degrees whether temperatures are among them, or their differences
 * @param whole whether only one of the texts has metric units, so that every amount was converted
 */
record Conversion(List<Double> factors, boolean degrees, boolean whole) {
    /** A unit outside the metric system, with what it is in the metric ones that news gives it in (NIST SP 811, appendix B). */
    private record Unit(Pattern words, List<Double> factors) {
        static Unit of(String words, Double... factors) {
            return new Unit(pattern(words), List.of(factors));
        }
    }

    private static final List<Unit> UNITS = List.of(
            Unit.of(
                    "\\bmil(?:e|es(?! de\\b)|la|las|les|lhas?|has?|ju|jer|en)\\b|\\bmigli[ao]\\b|\\bmeil|\\bmph|мил[ьяи]|英里|マイル|마일|(?<!\\p{L})(?:ال|ب)?(?:ميل|أميال)|مایل|מייל",
                    1.609),
            Unit.of(
                    "\\b(?:feet|foot|ft\\b|fuß|fot\\b|pied|pies\\b|pés\\b|peus\\b|piedi)|фут|英尺|フィート|피트|قدم|(?<!\\p{L})(?:فوت|پا)(?!\\p{L})|(?<!\\p{L})רגל",
                    0.3048,
                    30.48),
            Unit.of(
                    "\\b(?:inch|zoll|tomm|pouce|pulg|polz|poleg|polleg|pollic)|дюйм|英寸|インチ|인치|بوص|اینچ|אינץ",
                    2.54,
                    25.4),
            Unit.of("\\b(?:yard|jard)", 0.9144),
            Unit.of("\\b(?:pound|lbs?\\b|libbr|libra|lliur)|رطل|پوند|ליברות|פאונד", 0.4536),
            Unit.of("\\bacre", 0.4047),
            Unit.of("\\b(?:gallon|galón)", 3.785),
            Unit.of("\\bstone", 6.35),
            Unit.of("\\bounce", 28.35));

    private static final Pattern FAHRENHEIT = pattern("\\bfahrenheit|\\d0s\\b|-degree|degrees|ºF|°F");

    private static final Pattern METRIC = pattern(
            "\\b(?:km|kilom|kilóm|quilóm|quilòm|cm\\b|centim|centím|zentim|mm\\b|m\\b|m[eèéê]t[er]|hect|kg\\b|kilo|quilo|litr|liter|grad|grau|degré|graus|graden|celsius)"
                    + "|[°º]|км|килом|килогр|кілом|кілогр|метр|сантим|см|градус|кг|公里|\\d\\s?米|厘米|キロ|メートル|センチ|\\d\\s?度|摄氏|摂氏|킬로|미터|센티|\\d\\s?도|섭씨|كيلو|متر|درج"
                    + "|(?<!\\p{L})(?:سم|ملم|كم|كجم|كغ)(?!\\p{L})|کیلو|سانتی|میلی\\s?متر|درجه|[קסמ][\"“”״][מג](?!\\p{L})|קמ[\"“”״]ש|מעלות|מטר|קילו|ליטר|צלזיוס");

    private static final Pattern CENTIMETRES = pattern("\\b(?:cm|centim|centím|zentim|sentim)|см\\b|сантим");
    private static final Pattern MILLIMETRES = pattern("\\b(?:mm|mil+im|mil·lím|milím)|мм\\b|миллим|мілім");
    private static final double CENTIMETRE = 10;

    /** What rounding to a whole number changes at most, with a tenth for factors that were rounded. */
    private static final double ROUNDING = 0.6;

    /** What writing a factor to a tenth changes at most is half of it; of a small one two digits are written. */
    private static final double TENTH = 0.1;

    private static final double ROUNDED = 0.03;

    /** What rounding to a whole number changes at most. */
    private static final double WHOLE = 0.5;

    private static Pattern pattern(String words) {
        return Pattern.compile(
                words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    static Conversion between(String one, String other) {
        boolean before = METRIC.matcher(one).find();
        boolean after = METRIC.matcher(other).find();
        Stream<Double> factors = Stream.of(
                        after ? factors(one) : Stream.<Double>empty(), before ? factors(other) : Stream.<Double>empty())
                .flatMap(all -> all);
        return new Conversion(
                Stream.concat(factors, small(one, other) || small(other, one) ? Stream.of(CENTIMETRE) : Stream.empty())
                        .distinct()
                        .toList(),
                (after && FAHRENHEIT.matcher(one).find())
                        || (before && FAHRENHEIT.matcher(other).find()),
                before != after);
    }

    /** What the units that a text names, and that are not metric, are in metric ones. */
    private static Stream<Double> factors(String text) {
        return UNITS.stream()
                .filter(unit -> unit.words().matcher(text).find())
                .flatMap(unit -> unit.factors().stream());
    }

    private static boolean small(String one, String other) {
        return CENTIMETRES.matcher(one).find() && MILLIMETRES.matcher(other).find();
    }

    /** Whether two amounts are one in different units. */
    boolean joins(Amount one, Amount other) {
        return one.values().stream()
                .anyMatch(a -> other.values().stream().anyMatch(b -> joins(a.doubleValue(), b.doubleValue())));
    }

    /** Whether every amount was converted: each of either text is one of the other's in another unit. */
    boolean joinsAll(Collection<Amount> some, Collection<Amount> others) {
        return whole
                && some.stream().allMatch(one -> others.stream().anyMatch(other -> joins(one, other)))
                && others.stream().allMatch(other -> some.stream().anyMatch(one -> joins(one, other)));
    }

    /**
     * Whether an amount is one of the other text's units, or half of one, as it is written to a digit or two: no number stands for it there ({@code a
     * mile}: 1.6 km). Nothing is taken for it that is only near, as a percentage may be.
     *
     * @param rounded whether it may be written as a whole number ({@code half an inch}: 13 mm)
     */
    boolean isUnit(Amount amount, boolean rounded) {
        return amount.values().stream()
                .mapToDouble(Number::doubleValue)
                .filter(value -> value != Math.rint(value) || (rounded && value > CENTIMETRE))
                .anyMatch(value ->
                        factors.stream().anyMatch(factor -> isRounded(factor, value) || isRounded(factor / 2, value)));
    }

    private static boolean isRounded(double factor, double value) {
        double most = value == Math.rint(value) ? WHOLE : TENTH / 2;
        return Math.abs(factor - value) <= Math.min(most, ROUNDED * factor);
    }

    private boolean joins(double one, double other) {
        return !isYear(one)
                && !isYear(other)
                && (factors.stream().anyMatch(factor -> near(one * factor, other) || near(other * factor, one))
                        || (degrees && (isWarmth(one, other) || isWarmth(other, one))));
    }

    /** A temperature in degrees Fahrenheit and in degrees Celsius, or the difference of two. */
    private static boolean isWarmth(double fahrenheit, double celsius) {
        return DoubleStream.of((fahrenheit - 32) / 1.8, fahrenheit / 1.8).anyMatch(value -> near(value, celsius));
    }

    private static boolean isYear(double value) {
        return value >= 1500 && value < 2100 && value == Math.rint(value);
    }

    /** Within what rounding to a handy number changes; less for numbers that have few handy neighbours. */
    private static boolean near(double one, double other) {
        double share = Math.abs(other) >= 100 ? 0.03 : 0.08;
        double least = other >= 2 && other == Math.rint(other) ? ROUNDING : 0.05;
        return Math.abs(one - other) <= Math.max(least, share * Math.abs(other));
    }
}
