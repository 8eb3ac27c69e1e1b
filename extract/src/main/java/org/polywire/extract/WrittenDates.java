package org.polywire.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them in a line of text: in numbers with the day first, or with the name of the month in any language of
 * the phrases.
 *
 * <p>The names are those of the JDK's CLDR, whole and short. A name that stands for two months in two languages is not read.
 */
final class WrittenDates {
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?((?:20)?\\d{2})(?!\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:\\.|º|er|st|nd|rd|th)?\\s+(?:de\\s+|of\\s+)?(\\p{L}[\\p{L}\\p{M}]{1,14})\\.?,?\\s+(?:de\\s+|del\\s+)?((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<!\\p{L})(\\p{L}[\\p{L}\\p{M}]{1,14})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})(?!\\d)");
    private static final Map<String, Integer> MONTHS = months();
    private static final int CENTURY = 2000;

    private WrittenDates() {}

    /** The first day in a text. */
    static Optional<LocalDate> in(String text) {
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return first(DAY_FIRST, text)
                .flatMap(found -> day(found.group(3), month(found.group(2)), found.group(1)))
                .or(() -> first(MONTH_FIRST, text)
                        .flatMap(found -> day(found.group(3), month(found.group(1)), found.group(2))))
                .or(() -> first(NUMBERS, text)
                        .flatMap(found -> day(found.group(3), Integer.parseInt(found.group(2)), found.group(1))));
    }

    private static Optional<Matcher> first(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::find);
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        int number = Integer.parseInt(year);
        try {
            return Optional.of(LocalDate.of(number < 100 ? CENTURY + number : number, month, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(Texts.lower(name), 0);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : Phrases.LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name =
                            Texts.lower(month.getDisplayName(style, locale)).replaceAll("\\.$", "");
                    months.merge(name, month.getValue(), (one, other) -> one.equals(other) ? one : 0);
                }
            }
        }
        return Map.copyOf(months);
    }
}
