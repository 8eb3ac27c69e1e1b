package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.polywire.store.FollowedSource;
import org.polywire.store.Pulse;

/**
 * How following a source goes: whether it can be read, and whether as much comes as it is used to.
 *
 * @param push which hub brings its news, or would not, in words; empty if its feed offers none
 * @param alarms what needs the operator's eyes; empty if all is well
 */
public record SourceHealth(FollowedSource source, Pulse pulse, String push, Set<Alarm> alarms) {
    /** After so many polls in a row that failed it is more than a bad moment: with the usual pauses about five minutes. */
    private static final int FAILURES = 5;

    private static final Duration SHORTEST_SILENCE = Duration.ofDays(2);

    /** Gaps of its usual length that pass without an item; by chance one source in 400 is that late (Poisson, e^-6). */
    private static final int GAPS = 6;

    private static final int LEAST_ITEMS = 10;
    private static final int LEAST_PAGES = 5;

    /** What needs the operator's eyes. */
    public enum Alarm {
        /** It will not be polled again, as it said that it is gone. */
        ENDED("The source has ended: its feed is gone for good."),
        /** Poll after poll fails. */
        FAILING("The source cannot be read."),
        /** It can be read, but nothing comes. */
        SILENT("The source has fallen silent, against its habit."),
        /** Its pages are not understood any more. */
        LAYOUT_CHANGED(
                "The source's pages have changed: most new ones cannot be read as articles, as earlier ones could.");

        private final String words;

        Alarm(String words) {
            this.words = words;
        }

        /** What it means, in one English sentence for the operator. */
        public String words() {
            return words;
        }
    }

    public SourceHealth {
        alarms = Set.copyOf(alarms);
    }

    static SourceHealth of(FollowedSource source, Pulse pulse, String push, Instant now) {
        Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
        if (source.ended()) {
            alarms.add(Alarm.ENDED);
        } else if (source.failures() >= FAILURES) {
            alarms.add(Alarm.FAILING);
        } else if (isSilent(pulse, now)) {
            alarms.add(Alarm.SILENT);
        }
        if (isUnreadable(pulse)) {
            alarms.add(Alarm.LAYOUT_CHANGED);
        }
        return new SourceHealth(source, pulse, push, alarms);
    }

    /** Items a day since the first one was seen, or since a day ago if that was later. */
    public double habit(Instant now) {
        Instant first = pulse.first();
        if (first == null) {
            return 0;
        }
        double days = Duration.between(first, now).toMillis()
                / (double) Duration.ofDays(1).toMillis();
        return pulse.items() / Math.max(1, days);
    }

    private static boolean isSilent(Pulse pulse, Instant now) {
        Instant first = pulse.first();
        Instant last = pulse.last();
        if (first == null || last == null || pulse.items() < LEAST_ITEMS) {
            return false;
        }
        Duration gap = Duration.between(first, last).dividedBy(pulse.items() - 1L);
        Duration silence = Duration.between(last, now);
        return silence.compareTo(SHORTEST_SILENCE) > 0 && silence.compareTo(gap.multipliedBy(GAPS)) > 0;
    }

    private static boolean isUnreadable(Pulse pulse) {
        boolean now = pulse.recent() >= LEAST_PAGES && pulse.recentUnreadable() * 5 >= pulse.recent() * 4;
        boolean before = pulse.earlier() >= LEAST_ITEMS && pulse.earlierUnreadable() * 3 <= pulse.earlier();
        return now && before;
    }
}
