package org.polywire.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Chinese, Japanese and Korean write numbers that other languages write otherwise: in ten thousands ({@code 22億5000万}), months
 * ({@code 10月}), decades within a century, and in signs or words ({@code 九十}, {@code 열다섯}).
 */
final class EastAsianNumbers {
    private static final String NUMBER = "(?<![\\d,.])(\\d++(?:,\\d{3})*+(?:\\.\\d++)?)";
    private static final String UNIT = "(?:\\s?([千천]?)\\s?([万萬만億亿억兆조])|([千천]))";
    private static final String REST = "(?:\\d,\\d{3}|\\d{1,4})(?![\\d.,千천万萬만億亿억兆조])";
    private static final Pattern PART = Pattern.compile(NUMBER + UNIT);

    private static final Pattern SUM =
            Pattern.compile("(?:" + PART + "\\s?){2,4}(?:(?<!\\s)" + REST + ")?|" + PART + REST);

    private static final Pattern TAIL = Pattern.compile("[\\d,]+$");

    private static final Pattern DECADE = Pattern.compile("(\\d{1,2})\\s?(?:世[纪紀]|세기)\\s?(\\d0)\\s?(?=年代|년대)");

    private static final Pattern MONTH = Pattern.compile("[月월](?![間间]).*", Pattern.DOTALL);

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private static final Map<Character, Long> FACTORS = Map.ofEntries(
            Map.entry('十', 10L),
            Map.entry('百', 100L),
            Map.entry('千', 1_000L),
            Map.entry('万', 10_000L),
            Map.entry('萬', 10_000L),
            Map.entry('亿', 100_000_000L),
            Map.entry('億', 100_000_000L),
            Map.entry('兆', 1_000_000_000_000L),
            Map.entry('십', 10L),
            Map.entry('백', 100L),
            Map.entry('천', 1_000L),
            Map.entry('만', 10_000L),
            Map.entry('억', 100_000_000L),
            Map.entry('조', 1_000_000_000_000L));

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String KOREAN_DIGITS = "영일이삼사오육칠팔구";
    private static final Pattern SIGNS = Pattern.compile("[〇零一二三四五六七八九两兩十百千万萬亿億兆]{1,12}");
    private static final Pattern KOREAN_SIGNS = Pattern.compile("(?<!\\p{L})[일이삼사오육칠팔구]?[십백천][일이삼사오육칠팔구십백천만억]{0,10}");

    private static final List<String> KOREAN_TENS = List.of("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔");
    private static final List<Set<String>> KOREAN_ONES = List.of(
            Set.of(),
            Set.of("하나", "한"),
            Set.of("둘", "두"),
            Set.of("셋", "세", "석"),
            Set.of("넷", "네", "넉"),
            Set.of("다섯"),
            Set.of("여섯"),
            Set.of("일곱"),
            Set.of("여덟"),
            Set.of("아홉"));
    private static final Pattern KOREAN_WORDS =
            Pattern.compile("(?<!\\p{L})(열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)?\\s?(하나|한|둘|두|셋|세|석|넷|네|넉|다섯|여섯|일곱|여덟|아홉)?"
                    + "(?=\\s|번|명|개|달|배|가지|살|시|차례|사람|마리|곳|건|팀|째)");

    private EastAsianNumbers() {}

    /** A text with the sums of parts of numbers, and decades with their centuries: {@code 22億5000万} is {@code 2250000000}. */
    static String summed(String text) {
        String decades = DECADE.matcher(text)
                .replaceAll(found -> Integer.toString(
                        (Integer.parseInt(found.group(1)) - 1) * 100 + Integer.parseInt(found.group(2))));
        return SUM.matcher(decades).replaceAll(found -> sum(found.group()));
    }

    private static String sum(String parts) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal least = null;
        Matcher part = PART.matcher(parts);
        while (part.find()) {
            BigDecimal factor = factor(part);
            if (least != null && factor.compareTo(least) >= 0) {
                return Matcher.quoteReplacement(parts); // two numbers beside each other
            }
            least = factor;
            sum = sum.add(decimal(part.group(1)).multiply(factor));
        }
        Matcher tail = TAIL.matcher(parts);
        BigDecimal all = tail.find() ? sum.add(decimal(tail.group())) : sum;
        String space = parts.endsWith(" ") ? " " : "";
        return all.stripTrailingZeros().toPlainString() + space;
    }

    private static BigDecimal factor(MatchResult part) {
        if (part.group(4) != null) {
            return BigDecimal.valueOf(1_000);
        }
        BigDecimal unit = BigDecimal.valueOf(FACTORS.getOrDefault(part.group(3).charAt(0), 1L));
        return part.group(2).isEmpty() ? unit : unit.multiply(BigDecimal.valueOf(1_000));
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number.replace(",", ""));
    }

    /** Whether a number names a month before what follows it; other languages have names for months. */
    static boolean isMonth(BigDecimal number, String next) {
        return number.signum() > 0
                && number.compareTo(MONTHS) <= 0
                && MONTH.matcher(next).matches();
    }

    /** What signs and words of a text may count; none need be a number, as they stand in many other words. */
    static List<Amount> perhaps(String text, String language) {
        List<Amount> amounts = new ArrayList<>();
        if (language.equals("ko")) {
            KOREAN_SIGNS.matcher(text).results().forEach(found -> add(amounts, found.group(), value(found.group())));
            KOREAN_WORDS.matcher(text).results().forEach(found -> add(amounts, found.group(), korean(found)));
        } else {
            SIGNS.matcher(text).results().forEach(found -> add(amounts, found.group(), value(found.group())));
        }
        return amounts;
    }

    private static void add(List<Amount> amounts, String shown, long value) {
        if (value > 1) {
            BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
            amounts.add(new Amount(shown, Set.of(number), List.of(number), false, false));
        }
    }

    private static long korean(MatchResult words) {
        String ten = words.group(1) == null ? "" : words.group(1).replace("스무", "스물");
        String one = words.group(2);
        int ones = 0;
        for (int i = 1; one != null && i < KOREAN_ONES.size(); i++) {
            ones = KOREAN_ONES.get(i).contains(one) ? i : ones;
        }
        return KOREAN_TENS.indexOf(ten) * 10L + ones;
    }

    /** The number that signs make: {@code 二〇一八} by their places, {@code 三万五千} by what multiplies. */
    private static long value(String signs) {
        long all = 0;
        long below = 0;
        long digits = 0;
        boolean open = false;
        for (char sign : signs.toCharArray()) {
            Long factor = FACTORS.get(sign);
            if (factor == null) {
                digits = digits * 10 + digit(sign);
                open = true;
            } else if (factor < 10_000) {
                below += (open ? digits : 1) * factor;
                digits = 0;
                open = false;
            } else {
                all += Math.max(1, below + digits) * factor;
                below = 0;
                digits = 0;
                open = false;
            }
        }
        return all + below + digits;
    }

    private static int digit(char sign) {
        return switch (sign) {
            case '〇' -> 0;
            case '两', '兩' -> 2;
            default -> Math.max(DIGITS.indexOf(sign), KOREAN_DIGITS.indexOf(sign));
        };
    }
}
