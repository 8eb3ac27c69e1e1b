package org.polywire.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers of a text that are hours of the day, by a sign beside them ({@code 6 p.m.}, {@code 2 to 4 p.m.}, {@code 18 Uhr}, {@code 18:30}),
 * which another writer may give by the other clock. Immutable.
 *
 * <p>A number without such a sign may count anything, and 6 of it are not 18.
 *
 * @param any all of them, in digits of ASCII or in words
 * @param later those that have a sign other than of an hour before noon, where both clocks have the same number
 */
record HoursOfDay(Set<String> any, Set<String> later) {
    private static final String MORNING = ".morning";
    private static final String MINUTES = "(?:\\s?[:.h]\\s?\\d\\d)?";

    /** The first of two hours, which has the sign of the second ({@code from 2 to 4 p.m.}). */
    private static final String FROM =
            "(?:(\\d{1,2})" + MINUTES + "\\s?(?:[-–—]|(?<=\\s)(?:to|till|until|bis|tot|til|do|до|à)(?=\\s))\\s?)?";

    private static final String NUMBER = "\\s?" + FROM + "(\\d{1,2}|[\\p{L}\\p{M}]{2,12}+)" + MINUTES + "\\s?";
    private static final String CLOCK = "(?<![\\d:.,])()(\\d{1,2}):[0-5]\\d(?![\\d:])";
    private static final BigDecimal HALF = BigDecimal.valueOf(12);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(24);

    private static final Map<String, List<String>> PHRASES = Lists.phrases("hours.txt");
    private static final Map<String, Signs> SIGNS = PHRASES.keySet().stream()
            .filter(key -> !key.endsWith(MORNING))
            .collect(Collectors.toUnmodifiableMap(language -> language, Signs::of));
    private static final Signs OTHERS = Signs.of("");

    /** An alternative for each sign, with two groups for the numbers; those of the morning come first. */
    private record Signs(Pattern pattern, int mornings) {
        static Signs of(String language) {
            List<String> mornings = PHRASES.getOrDefault(language + MORNING, List.of());
            boolean spaced = !Languages.isEastAsian(language);
            Stream<String> known = Stream.concat(mornings.stream(), PHRASES.getOrDefault(language, List.of()).stream())
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
            String end = after.isEmpty() ? "" : spaced ? "(?!\\p{L})" : "(?![間间간\\d])";
            return (spaced ? "(?<![\\p{L}\\d.,])" : "") + Pattern.quote(before) + NUMBER + Pattern.quote(after) + end;
        }

        /** Whether the sign that was found is one of the morning. */
        private boolean isMorning(MatchResult found) {
            return IntStream.rangeClosed(1, 2 * mornings).anyMatch(group -> found.start(group) >= 0);
        }
    }

    /**
     * @param lower the text in small letters
     */
    static HoursOfDay of(String lower, String language) {
        Signs signs = SIGNS.getOrDefault(language, OTHERS);
        Set<String> any = new HashSet<>();
        Set<String> later = new HashSet<>();
        Matcher found = signs.pattern().matcher(lower);
        while (found.find()) {
            boolean morning = signs.isMorning(found);
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.start(group) >= 0) {
                    String number = Digits.inAscii(found.group(group));
                    any.add(number);
                    if (!morning) {
                        later.add(number);
                    }
                }
            }
        }
        return new HoursOfDay(Set.copyOf(any), Set.copyOf(later));
    }

    /** Whether numbers of two texts are the same hour by either clock ({@code 6 p.m.} and {@code 18 Uhr}, {@code 12 a.m.} and {@code 0:00}). */
    static boolean areSame(Amount one, Text first, Amount other, Text second) {
        BigDecimal here = one.parts().getFirst();
        BigDecimal there = other.parts().getFirst();
        BigDecimal latest = here.max(there);
        if (latest.compareTo(WHOLE) > 0
                || here.min(there).signum() < 0
                || !here.subtract(there).abs().equals(HALF)) {
            return false;
        }
        return here.equals(latest)
                ? areSame(other, second.hours(), one, first.hours())
                : areSame(one, first.hours(), other, second.hours());
    }

    /** At midnight the hour that is 12 has a sign of the morning; elsewhere the earlier one has none of the morning alone. */
    private static boolean areSame(Amount early, HoursOfDay ofEarly, Amount late, HoursOfDay ofLate) {
        BigDecimal last = late.parts().getFirst();
        if (last.equals(HALF)) {
            return has(ofLate.any(), late) && !has(ofLate.later(), late);
        }
        if (last.equals(WHOLE)) {
            return has(ofEarly.any(), early) && !has(ofEarly.later(), early);
        }
        return has(ofEarly.any(), early) ? has(ofEarly.later(), early) : has(ofLate.any(), late);
    }

    private static boolean has(Set<String> hours, Amount amount) {
        return hours.contains(amount.parts().getFirst().toPlainString()) || hours.contains(amount.shown());
    }
}
