package org.polywire.translate;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polywire.model.LanguageTag;

/**
 * Writes the numbers and dates of one language as another does, by Unicode CLDR: <i>1,234.5</i> as <i>1.234,5</i>, <i>12/31/2026</i> as
 * <i>31/12/2026</i>. What can be read in two ways stays: <i>03/04/2026</i>, and <i>10.30</i>, which may be a time of day. Immutable; safe to share
 * between threads.
 */
final class LocalNumbers {
    private static final Pattern TIME = Pattern.compile("(?:[01]?\\d|2[0-3])\\.[0-5]\\d");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");
    /** Letters of a pattern, and what stands between them but marks of direction. */
    private static final Pattern FIELD = Pattern.compile("y+|M+|d+|[\u200E\u200F]");

    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    private final DecimalFormatSymbols to;
    private final char grouping;
    private final Pattern number;
    private final String datePattern;

    LocalNumbers(LanguageTag from, LanguageTag to) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale(from));
        this.to = DecimalFormatSymbols.getInstance(locale(to));
        this.grouping = symbols.getGroupingSeparator();
        String group = Pattern.quote(String.valueOf(grouping));
        String decimal = Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
        this.number =
                Pattern.compile("\\d{1,3}(?:" + group + "\\d{3})+(?:" + decimal + "\\d+)?|\\d+" + decimal + "\\d+");
        this.datePattern = DateTimePatternGenerator.getInstance(locale(to)).getBestPattern("yMMdd");
    }

    private static ULocale locale(LanguageTag language) {
        return ULocale.forLanguageTag(language.value());
    }

    /** A number or date of the source as the target writes it; what is neither for sure, as it is. */
    String of(String written) {
        Matcher date = DATE.matcher(written);
        if (date.matches()) {
            return date(date.toMatchResult());
        }
        return number.matcher(written).matches() && !TIME.matcher(written).matches() ? swapped(written) : written;
    }

    private String swapped(String written) {
        StringBuilder swapped = new StringBuilder();
        for (char character : written.toCharArray()) {
            if (character >= '0' && character <= '9') {
                swapped.append(character);
            } else {
                swapped.append(character == grouping ? to.getGroupingSeparator() : to.getDecimalSeparator());
            }
        }
        return swapped.toString();
    }

    private String date(MatchResult date) {
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(3));
        boolean dayFirst = first > MONTHS && first <= DAYS && second <= MONTHS;
        boolean monthFirst = second > MONTHS && second <= DAYS && first <= MONTHS;
        if (!dayFirst && !monthFirst) {
            return date.group();
        }
        String day = date.group(dayFirst ? 1 : 3);
        String month = date.group(dayFirst ? 3 : 1);
        return FIELD.matcher(datePattern)
                .replaceAll(field -> switch (field.group().charAt(0)) {
                    case 'y' -> date.group(4);
                    case 'M' -> month;
                    case 'd' -> day;
                    default -> "";
                });
    }
}
