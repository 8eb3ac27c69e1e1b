package org.polywire.gather;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * How often a feed asks to be read: {@code ttl}, {@code skipHours} and {@code skipDays} of RSS 2.0, {@code sy:updatePeriod}
 * and {@code sy:updateFrequency} of the syndication module.
 *
 * @param ttl zero if it does not say
 * @param skipHours of the day in GMT, 0 to 23
 * @param skipDays likewise
 */
public record FeedPace(Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    /** No feed keeps its readers away for longer than this, whatever it says. */
    private static final Duration LONGEST = Duration.ofDays(1);

    public static final FeedPace ANY = new FeedPace(Duration.ZERO, Set.of(), Set.of());

    public FeedPace {
        ttl = ttl.isNegative() ? Duration.ZERO : ttl.compareTo(LONGEST) > 0 ? LONGEST : ttl;
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }

    /** The first moment, not before the one given, at which the feed wants to be read after it was read at {@code read}. */
    public Instant notBefore(Instant read, Instant wish) {
        Instant earliest = read.plus(ttl).isAfter(wish) ? read.plus(ttl) : wish;
        Instant last = earliest.plus(LONGEST);
        Instant moment = earliest;
        while (isQuiet(moment) && moment.isBefore(last)) {
            moment = moment.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        }
        return isQuiet(moment) ? earliest : moment;
    }

    private boolean isQuiet(Instant moment) {
        ZonedDateTime time = moment.atZone(ZoneOffset.UTC);
        return skipHours.contains(time.getHour()) || skipDays.contains(time.getDayOfWeek());
    }
}
