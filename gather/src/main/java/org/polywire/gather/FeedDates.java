package org.polywire.gather;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as feeds write them: RFC 822 and 2822 with any of their usual mistakes, and ISO 8601 in the forms of W3C-DTF and RFC
 * 3339. A time without a zone is taken as UTC.
 */
final class FeedDates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-?(\\d\\d)(?:-?(\\d\\d))?)?"
            + "(?:[Tt ]+(\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d+)?)?)?\\s*(\\S+)?");

    private static final Pattern MAIL =
            Pattern.compile("(?:\\p{L}+\\.?,?\\s*)?(\\d{1,2})[\\s-]+(\\p{L}{3})\\p{L}*\\.?[\\s-]+(\\d{4}|\\d\\d)"
                    + "(?:,?\\s+(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?)?\\s*(\\S+)?(?:\\s.*)?");

    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC?)?([+-])(\\d\\d):?(\\d\\d)");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Hours from UTC: RFC 822, section 5.1, and what European feeds use. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("WEST", 1),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("JST", 9));

    private FeedDates() {}

    /** Empty if it is no date. */
    static Optional<Instant> parse(String text) {
        String date = text.strip();
        if (date.length() > 80) {
            return Optional.empty();
        }
        Matcher iso = ISO.matcher(date);
        if (iso.matches()) {
            return instant(number(iso, 1, 0), number(iso, 2, 1), number(iso, 3, 1), iso);
        }
        Matcher mail = MAIL.matcher(date);
        if (mail.matches()) {
            return instant(year(mail.group(3)), month(mail.group(2)), number(mail, 1, 1), mail);
        }
        return Optional.empty();
    }

    /** The groups from the fourth on are hour, minute, second and zone in both forms. */
    private static Optional<Instant> instant(int year, int month, int day, Matcher time) {
        int second = Math.min(59, number(time, 6, 0));
        int hour = number(time, 4, 0);
        try {
            return Optional.of(LocalDateTime.of(year, month, day, hour == 24 ? 0 : hour, number(time, 5, 0), second)
                    .plusDays(hour == 24 ? 1 : 0)
                    .toInstant(zone(time.group(7))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group, int absent) {
        return matcher.group(group) == null ? absent : Integer.parseInt(matcher.group(group));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
    }

    /** Two digits as RFC 2822, section 4.3, reads them. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static ZoneOffset zone(String name) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        Matcher offset = OFFSET.matcher(name.toUpperCase(Locale.ROOT));
        if (!offset.matches()) {
            return ZoneOffset.ofHours(ZONES.getOrDefault(name.toUpperCase(Locale.ROOT), 0));
        }
        int minutes = Integer.parseInt(offset.group(2)) * 60 + Integer.parseInt(offset.group(3));
        return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -1 : 1) * minutes * 60);
    }
}
