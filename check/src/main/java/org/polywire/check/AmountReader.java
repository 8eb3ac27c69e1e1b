package org.polywire.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a text: digits of any script with any locale's separators, and number words. Immutable. */
final class AmountReader {
    /** Digits that a number may have; longer ones are codes and are compared in parts. */
    private static final int MOST_DIGITS = 18;

    private static final Pattern DIGITS = Pattern.compile(
            "\\d{1,3}(?:[ \\u00A0\\u202F'’٬]\\d{3})+(?!\\d)(?:[.,٫]\\d+)?|\\d+(?:[.,٬،]\\d{3}(?!\\d))*(?:[.,٫]\\d+)?",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern GROUPING = Pattern.compile("[ \\u00A0\\u202F'’٬]");
    private static final Pattern NOT_DIGIT = Pattern.compile("[^0-9]+");

    /** Multipliers that are written without a space after what they multiply. */
    private static final String GLUED = "千万億亿兆천만억조";

    private static final Set<String> ROUNDS = Set.of("8", "16", "32", "64");

    private static final List<String> ROUND_OF = List.of("round", "of");

    /** A day and a night in hours, which are counted below 0 beside what their number may be else, so that only hours answer them. */
    private static final BigDecimal DAY = BigDecimal.valueOf(-24);

    private static final BigDecimal HOUR = BigDecimal.ONE.negate();

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Map<String, Map<String, BigDecimal>> plain = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> multipliers = new HashMap<>();

    private final Map<String, Set<String>> ambiguous = new HashMap<>();

    private final Map<String, Pattern> idioms = new HashMap<>();

    private final NumberGrammar grammar = NumberGrammar.load();

    private AmountReader() {}

    static AmountReader load() {
        AmountReader reader = new AmountReader();
        Lists.words("number-words.txt").forEach(reader::add);
        Lists.words("number-idioms.txt")
                .forEach(
                        (language, pattern) -> reader.idioms.put(language, Pattern.compile(String.join(" ", pattern))));
        return reader;
    }

    private void add(String language, List<String> entries) {
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            String value = entry.substring(equals + 1);
            if (value.startsWith("?")) {
                value = value.substring(1);
                ambiguous.computeIfAbsent(language, any -> new HashSet<>()).add(entry.substring(0, equals));
            }
            boolean multiplies = value.startsWith("x");
            (multiplies ? multipliers : plain)
                    .computeIfAbsent(language, any -> new HashMap<>())
                    .put(entry.substring(0, equals), new BigDecimal(multiplies ? value.substring(1) : value));
        }
    }

    List<Amount> read(String text, String language) {
        if (!Languages.isEastAsian(language)) {
            return readPlain(text, language);
        }
        List<Amount> amounts = readPlain(EastAsianNumbers.summed(text), language);
        amounts.addAll(EastAsianNumbers.perhaps(text, language));
        return amounts;
    }

    private List<Amount> readPlain(String text, String language) {
        List<String> tokens = tokens(withoutIdioms(text, language));
        List<Amount> amounts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (Character.isDigit(token.charAt(0))) {
                String ascii = ascii(token);
                amounts.add(new Amount(
                        token,
                        isCoin(tokens, i + 1) ? values(ascii) : multiplied(values(ascii), tokens, i + 1, language),
                        parts(ascii),
                        true,
                        !isRound(tokens, i, language)
                                && !isWorded(parts(ascii), tokens, i, language)
                                && !isMonth(parts(ascii), tokens, i + 1)));
            }
            BigDecimal value = words(language).get(token);
            if (value != null && !isSpent(tokens, i, language)) {
                i = word(value, tokens, i, language, amounts);
            } else if (value == null && isBareFactor(tokens, i, language)) {
                int end = afterFactors(tokens, i, language);
                amounts.add(bare(tokens.subList(i, end), multiplied(Set.of(BigDecimal.ONE), tokens, i, language)));
                i = end - 1;
            } else if (isSingleDay(tokens, i, language)) {
                amounts.add(new Amount(token, Set.of(DAY), List.of(DAY), false, false));
            }
        }
        return amounts;
    }

    /** Whether a multiplier at an index has no number before it and is one: {@code mil personas} are 1,000. */
    private boolean isBareFactor(List<String> tokens, int at, String language) {
        String before = at == 0 ? "" : tokens.get(at - 1);
        return grammar.isBare(before, tokens.get(at), language)
                && !isCounted(before, language)
                && !multipliers.getOrDefault(language, Map.of()).containsKey(before);
    }

    private boolean isCounted(String before, String language) {
        return !before.isEmpty()
                && (Character.isDigit(before.charAt(0)) || words(language).containsKey(before));
    }

    /** What multipliers without a number may count. */
    private static Amount bare(List<String> factors, Set<BigDecimal> values) {
        return new Amount(String.join(" ", factors), values, List.copyOf(values), false, false);
    }

    private boolean isSingleDay(List<String> tokens, int at, String language) {
        String before = at == 0 ? "" : tokens.get(at - 1);
        return !isCounted(before, language) && grammar.isSingleDay(before, tokens.get(at), language);
    }

    private String withoutIdioms(String text, String language) {
        Pattern idiom = idioms.get(language);
        return idiom == null ? text : idiom.matcher(text).replaceAll(" · ");
    }

    /** Whether one number and what stands at an index name a month ({@code 10月}). */
    private static boolean isMonth(List<BigDecimal> parts, List<String> tokens, int at) {
        return parts.size() == 1 && at < tokens.size() && EastAsianNumbers.isMonth(parts.getFirst(), tokens.get(at));
    }

    /** Whether a word at an index that multiplies elsewhere is a coin, as it is after digits ({@code 46 cents}). */
    private boolean isCoin(List<String> tokens, int at) {
        return at < tokens.size() && grammar.isCoin(tokens.get(at));
    }

    /** Whether a word that multiplies has done so with the number before it ({@code deux cent}). */
    private boolean isSpent(List<String> tokens, int at, String language) {
        Map<String, BigDecimal> factors = multipliers.getOrDefault(language, Map.of());
        if (at == 0 || !factors.containsKey(tokens.get(at))) {
            return false;
        }
        String before = tokens.get(at - 1);
        return Character.isDigit(before.charAt(0))
                || factors.containsKey(before)
                || words(language).containsKey(before);
    }

    /** Whether digits name a round of a cup ({@code round of 16}), which other languages do with another number or none. */
    private static boolean isRound(List<String> tokens, int at, String language) {
        return language.equals("en")
                && ROUNDS.contains(tokens.get(at))
                && at > 1
                && tokens.subList(at - 2, at).equals(ROUND_OF);
    }

    /** Whether other languages have a word for a number in digits, by its first part, and the word before it ({@code tháng 9}). */
    private boolean isWorded(List<BigDecimal> parts, List<String> tokens, int at, String language) {
        return at > 0 && grammar.isWorded(tokens.get(at - 1), parts.getFirst(), language);
    }

    /** Adds the number word at an index, with the unit that may follow a ten; returns the index of its last token. */
    private int word(BigDecimal value, List<String> tokens, int at, String language, List<Amount> amounts) {
        int last = at;
        Set<BigDecimal> values = new HashSet<>(Set.of(value));
        int next = at + 1 < tokens.size() && grammar.isAnd(tokens.get(at + 1)) ? at + 2 : at + 1;
        BigDecimal unit = next < tokens.size() ? joined(tokens.get(next), language) : null;
        if (unit != null && grammar.putsUnitFirst(language) && isBelowTen(value) && (isTen(unit) || isTeen(unit))) {
            values = new HashSet<>(Set.of(value.add(unit)));
            last = next;
        } else if ((isTen(value) || (grammar.joinsTenAndUnit(language) && isTeen(value)))
                && unit != null
                && isBelowTen(unit)
                && isSure(tokens.get(next), language)) {
            values = new HashSet<>(Set.of(value.add(unit)));
            last = next;
        }
        amounts.add(new Amount(
                String.join(" ", tokens.subList(at, last + 1)),
                multiplied(values, tokens, last + 1, language),
                List.of(value),
                false,
                isSure(tokens.get(last), language) && !(at > 0 && grammar.isWorded(tokens.get(at - 1), language))));
        return last;
    }

    /** The value of a number word, which may be written together with the word for "and" ({@code וחמישה}). */
    private @Nullable BigDecimal joined(String token, String language) {
        BigDecimal value = words(language).get(token);
        return value == null ? words(language).get(grammar.unjoined(token, language)) : value;
    }

    private static boolean isBelowTen(BigDecimal value) {
        return value.compareTo(BigDecimal.TEN) < 0;
    }

    private static boolean isTeen(BigDecimal value) {
        return value.compareTo(BigDecimal.TEN) == 0;
    }

    private boolean isSure(String word, String language) {
        return !ambiguous.getOrDefault(language, Set.of()).contains(word);
    }

    private static boolean isTen(BigDecimal value) {
        return value.remainder(BigDecimal.TEN).signum() == 0 && value.intValue() >= 20 && value.intValue() <= 90;
    }

    private Map<String, BigDecimal> words(String language) {
        return plain.getOrDefault(language, Map.of());
    }

    /** The values with a half and times the multipliers that follow at once: {@code 12,5 mil millones}, {@code 2 millones y medio}. */
    private Set<BigDecimal> multiplied(Set<BigDecimal> values, List<String> tokens, int from, String language) {
        int start = from < tokens.size() && grammar.isEnding(tokens.get(from), language) ? from + 1 : from;
        int factors = grammar.afterHalf(tokens, start, language);
        int end = afterFactors(tokens, factors, language);
        BigDecimal product = product(tokens, factors, end, language);
        int last = factors > start ? end : grammar.afterHalf(tokens, end, language);
        boolean half = factors > start || last > end;
        Set<BigDecimal> all = new HashSet<>();
        for (BigDecimal value : values) {
            if (!half || end == factors) { // a half past three is 3 and 30 as well
                all.add(canonical(value.multiply(product)));
            }
            if (half) {
                all.add(canonical(value.add(HALF).multiply(product)));
            }
        }
        return inHours(all, tokens, last, language);
    }

    /** The index after the multipliers at an index, of which no more than two are read. */
    private int afterFactors(List<String> tokens, int from, String language) {
        Map<String, BigDecimal> words = multipliers.getOrDefault(language, Map.of());
        int end = from;
        while (end < tokens.size() && end < from + 2 && words.containsKey(tokens.get(end))) {
            end++;
        }
        return end;
    }

    private BigDecimal product(List<String> tokens, int from, int end, String language) {
        Map<String, BigDecimal> words = multipliers.getOrDefault(language, Map.of());
        return tokens.subList(from, end).stream()
                .map(word -> words.getOrDefault(word, BigDecimal.ONE))
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    /** The values, and as many hours where the word at an index is one for hours or for days of 24 of them. */
    private Set<BigDecimal> inHours(Set<BigDecimal> values, List<String> tokens, int at, String language) {
        String word = at < tokens.size() ? tokens.get(at) : "";
        BigDecimal unit = grammar.isDay(word, language) ? DAY : grammar.isHour(word, language) ? HOUR : null;
        if (unit != null) {
            List.copyOf(values).forEach(value -> values.add(canonical(value.multiply(unit))));
        }
        return values;
    }

    private static final Pattern CENTURY =
            Pattern.compile("(?<![\\d.,])(1\\d)00-(?:tal|årh)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SEASON =
            Pattern.compile("(?<![\\p{Lu}\\p{Ll}])[A-Z]{2}(\\d{2})(?![\\d\\p{Lu}\\p{Ll}])");
    private static final Pattern YEARS = Pattern.compile("(?<!\\d)(1[5-9]|20)(\\d\\d)[-–/~～〜](\\d\\d)(?![-–/]?\\d)");
    private static final Pattern DATE = Pattern.compile("(?<![\\d.,])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\d)");
    private static final Pattern SUM = Pattern.compile("(?<=[£$€¥])(\\s?\\d+(?:[.,]\\d+)?)\\s?(m|k|bn|tn)(?!\\p{L})");
    private static final Map<String, String> SUMS =
            Map.of("m", "million", "k", "thousand", "bn", "billion", "tn", "trillion");

    /**
     * Short forms as they are written out: {@code 1950-53}, {@code £125m}, {@code SS19}; {@code 1800-tallet} is the 19th century. A date
     * is three numbers, also where points stand between them.
     */
    private static String spelled(String text) {
        String dates = text.indexOf('.') < 0 ? text : DATE.matcher(text).replaceAll("$1/$2/$3");
        String years = YEARS.matcher(dates).replaceAll("$1$2–$1$3");
        String seasons = SEASON.matcher(years).replaceAll("20$1");
        String centuries = seasons.contains("00-")
                ? CENTURY.matcher(seasons).replaceAll(found -> Integer.parseInt(found.group(1)) + 1 + ". århundred")
                : seasons;
        return SUM.matcher(centuries).replaceAll(found -> found.group(1) + " " + SUMS.get(found.group(2)));
    }

    private static List<String> tokens(String text) {
        String small = (hasDigits(text) ? spelled(text) : text).toLowerCase(Locale.ROOT);
        List<String> tokens = new ArrayList<>();
        for (int at = 0; at < small.length(); ) {
            int end = end(small, at);
            if (end > at) {
                tokens.add(small.substring(at, end));
            }
            at = Math.max(end, at + Character.charCount(small.codePointAt(at)));
        }
        return tokens;
    }

    private static boolean hasDigits(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where the number or the word ends that begins at an index; the index itself if none does. */
    private static int end(String text, int start) {
        int first = text.codePointAt(start);
        if (Character.isDigit(first)) {
            Matcher digits = DIGITS.matcher(text).region(start, text.length());
            return digits.lookingAt() ? digits.end() : start;
        }
        if (GLUED.indexOf(first) >= 0) {
            return start + Character.charCount(first);
        }
        int end = start;
        while (end < text.length()
                && Word.isLetterOrMark(text.codePointAt(end))
                && GLUED.indexOf(text.codePointAt(end)) < 0) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static String ascii(String token) {
        return GROUPING.matcher(Digits.inAscii(token))
                .replaceAll("")
                .replace('٫', '.')
                .replace('،', ',');
    }

    private static Set<BigDecimal> values(String number) {
        if (number.length() > MOST_DIGITS) {
            return new HashSet<>(parts(number));
        }
        int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        if (last < 0) {
            return Set.of(decimal(number));
        }
        BigDecimal whole = decimal(number.replaceAll("[.,]", ""));
        BigDecimal fraction =
                decimal(number.substring(0, last).replaceAll("[.,]", "") + "." + number.substring(last + 1));
        boolean oneMark = number.indexOf('.') < 0 || number.indexOf(',') < 0;
        boolean repeated = number.indexOf(number.charAt(last)) != last;
        if (repeated) {
            return Set.of(whole);
        }
        boolean threeDigits = number.length() - last == 4;
        return oneMark && threeDigits ? Set.of(whole, fraction) : Set.of(fraction);
    }

    private static List<BigDecimal> parts(String number) {
        return Arrays.stream(NOT_DIGIT.split(number))
                .filter(part -> !part.isEmpty())
                .map(AmountReader::decimal)
                .toList();
    }

    private static BigDecimal decimal(String digits) {
        return canonical(new BigDecimal(digits.length() > 60 ? digits.substring(0, 60) : digits));
    }

    private static BigDecimal canonical(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
