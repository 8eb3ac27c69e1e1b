package org.polywire.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which numbers are hours of the day, by a sign beside them ({@code 6 p.m.}, {@code 18 Uhr}, {@code 18:30}); another writer may give
 * them by the other clock. Immutable.
 *
 * <p>A number without such a sign may count anything, and 6 of it are not 18.
 */
final class HoursOfDay {
    private static final String MORNING = ".morning";
    private static final String NUMBER = "\\s?(\\d{1,2}|[\\p{L}\\p{M}]{2,12}+)(?:\\s?[:.h]\\s?\\d\\d)?\\s?";
    private static final String CLOCK = "(?<![\\d:.,])(\\d{1,2}):[0-5]\\d(?![\\d:])";
    private static final BigDecimal HALF = BigDecimal.valueOf(12);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(24);

    private final Map<String, List<String>> phrases = Lists.phrases("hours.txt");
    private final Map<String, Signs> signs = phrases.keySet().stream()
            .filter(key -> !key.endsWith(MORNING))
            .collect(Collectors.toUnmodifiableMap(language -> language, this::signs));
    private final Signs others = signs("");

    /** An alternative for each sign, with the number as its group; those of the morning come first. */
    private record Signs(Pattern pattern, int mornings) {
        List<Hour> of(Amount amount, Text text) {
            return pattern.matcher(text.lower())
                    .results()
                    .map(this::hour)
                    .filter(hour -> hour.is(amount))
                    .toList();
        }

        private Hour hour(MatchResult found) {
            int sign = IntStream.rangeClosed(1, found.groupCount())
                    .filter(group -> found.start(group) >= 0)
                    .findFirst()
                    .orElseThrow();
            return new Hour(Digits.inAscii(found.group(sign)), sign <= mornings);
        }
    }

    /**
     * @param number in digits of ASCII or in words
     * @param morning whether it is before noon, where both clocks have the same number
     */
    private record Hour(String number, boolean morning) {
        boolean is(Amount amount) {
            return number.equals(amount.parts().getFirst().toPlainString()) || number.equals(amount.shown());
        }
    }

    private Signs signs(String language) {
        List<String> mornings = phrases.getOrDefault(language + MORNING, List.of());
        boolean spaced = !Languages.isEastAsian(language);
        Stream<String> known = Stream.concat(mornings.stream(), phrases.getOrDefault(language, List.of()).stream())
                .map(phrase -> expression(phrase.toLowerCase(Locale.ROOT), spaced));
        return new Signs(
                Pattern.compile(
                        Stream.concat(known, Stream.of(CLOCK)).collect(Collectors.joining("|")),
                        Pattern.UNICODE_CHARACTER_CLASS),
                mornings.size());
    }

    private static String expression(String phrase, boolean spaced) {
        int number = phrase.indexOf('#');
        String before = phrase.substring(0, number).strip();
        String after = phrase.substring(number + 1).strip();
        return (spaced ? "(?<![\\p{L}\\d.,])" : "")
                + Pattern.quote(before)
                + NUMBER
                + Pattern.quote(after)
                + (spaced && !after.isEmpty() ? "(?!\\p{L})" : "");
    }

    /** Whether numbers of two texts are the same hour by either clock ({@code 6 p.m.} and {@code 18 Uhr}, {@code 12 a.m.} and {@code 0:00}). */
    boolean same(Amount one, Text first, Amount other, Text second) {
        BigDecimal here = one.parts().getFirst();
        BigDecimal there = other.parts().getFirst();
        BigDecimal later = here.max(there);
        if (later.compareTo(WHOLE) > 0 || !here.subtract(there).abs().equals(HALF)) {
            return false;
        }
        boolean midnight = later.equals(HALF) || later.equals(WHOLE);
        List<Hour> early = here.equals(later) ? of(other, second) : of(one, first);
        List<Hour> late = here.equals(later) ? of(one, first) : of(other, second);
        return midnight || early.isEmpty()
                ? !early.isEmpty() || !late.isEmpty()
                : early.stream().anyMatch(hour -> !hour.morning());
    }

    private List<Hour> of(Amount amount, Text text) {
        return signs.getOrDefault(text.language(), others).of(amount, text);
    }
}
