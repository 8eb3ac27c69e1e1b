package org.polywire.translate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Times of day in figures with a colon, as in <i>14:00</i>. An engine may write them otherwise (<i>14.00</i>, <i>14h00</i>), but not put words between
 * hours and minutes: Apertium's cat-fra makes <i>14 heures:00</i> of them.
 */
final class ClockTimes {
    private static final Pattern TIME = Pattern.compile("(?<![\\p{N}:.,])\\d{1,2}(?::[0-5]\\d){1,2}(?![\\p{N}:])");
    private static final String COLON = "[:.h]";

    private ClockTimes() {}

    static boolean mayBeIn(String text) {
        return text.indexOf(':') >= 0;
    }

    /** The times of a text that do not stand as often in its translation. */
    static Set<String> torn(String source, String target) {
        if (!mayBeIn(source)) {
            return Set.of();
        }
        Map<String, Long> times = new HashMap<>();
        TIME.matcher(source).results().forEach(found -> times.merge(found.group(), 1L, Long::sum));
        Set<String> torn = new HashSet<>();
        times.forEach((time, count) -> {
            Pattern written = Pattern.compile("(?<!\\p{N})" + time.replace(":", COLON) + "(?!\\p{N})");
            if (written.matcher(target).results().count() < count) {
                torn.add(time);
            }
        });
        return torn;
    }
}
