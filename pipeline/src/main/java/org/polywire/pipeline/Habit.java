package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * When in the day and the week a source publishes, learnt from its items, in UTC. By it time runs: an hour in which the source publishes
 * twice as much as on average counts as two, one at night as a quarter.
 *
 * <p>Older items count less, half as much after four weeks, so that a new habit (or summer time) is learnt anew. Immutable.
 */
final class Habit {
    /** Of a source of which nothing is known: every hour is like another. */
    static final Habit NONE = new Habit(Instant.MAX, Instant.EPOCH, new double[24], new double[7]);

    private static final Duration HALF_LIFE = Duration.ofDays(28);

    /** How much faster or slower than the clock time runs at most. */
    private static final double MOST = 4;

    /** Items that each hour and each day is thought to have had before anything was seen. */
    private static final double PRIOR = 1;

    private static final Duration HOURS_AFTER = Duration.ofDays(2);
    private static final Duration DAYS_AFTER = Duration.ofDays(14);

    private static final Predicate<String> NUMBER =
            Pattern.compile("\\d{1,17}(?:\\.\\d{1,9})?").asMatchPredicate();

    /** No pause that it is asked for is longer. */
    private static final Duration HORIZON = Duration.ofDays(2);

    private final Instant since;
    private final Instant counted;
    private final double[] hours;
    private final double[] days;

    private Habit(Instant since, Instant counted, double[] hours, double[] days) {
        this.since = since;
        this.counted = counted;
        this.hours = hours;
        this.days = days;
    }

    /** What {@link #toString} wrote; nothing known if it is anything else. */
    static Habit parse(String text) {
        String[] words = text.split(" ");
        if (words.length != 2 + 24 + 7 || !Stream.of(words).allMatch(NUMBER)) {
            return NONE;
        }
        double[] counts =
                Stream.of(words).skip(2).mapToDouble(Double::parseDouble).toArray();
        return new Habit(
                Instant.ofEpochMilli(Long.parseLong(words[0])),
                Instant.ofEpochMilli(Long.parseLong(words[1])),
                Arrays.copyOf(counts, 24),
                Arrays.copyOfRange(counts, 24, 24 + 7));
    }

    /** With items that appeared at these moments; those of the future and of long ago say nothing. */
    Habit with(List<Instant> moments, Instant now) {
        Instant oldest = now.minus(HALF_LIFE);
        List<Instant> counting = moments.stream()
                .filter(moment -> !moment.isAfter(now) && moment.isAfter(oldest))
                .toList();
        if (counting.isEmpty()) {
            return this;
        }
        double kept = counted.equals(Instant.EPOCH)
                ? 0
                : Math.pow(0.5, Duration.between(counted, now).toMillis() / (double) HALF_LIFE.toMillis());
        double[] newHours = DoubleStream.of(hours).map(count -> count * kept).toArray();
        double[] newDays = DoubleStream.of(days).map(count -> count * kept).toArray();
        for (Instant moment : counting) {
            ZonedDateTime time = moment.atZone(ZoneOffset.UTC);
            newHours[time.getHour()]++;
            newDays[time.getDayOfWeek().getValue() - 1]++;
        }
        Instant first = counting.stream().min(Instant::compareTo).orElseThrow();
        return new Habit(first.isBefore(since) ? first : since, now, newHours, newDays);
    }

    /** When a span of the source's time is over. */
    Instant after(Instant from, Duration span) {
        double left = span.toMillis();
        Instant moment = from;
        while (moment.isBefore(from.plus(HORIZON))) {
            Instant end = moment.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            double speed = speed(moment);
            double lived = Duration.between(moment, end).toMillis() * speed;
            if (lived >= left) {
                return moment.plusMillis(Math.round(left / speed));
            }
            left -= lived;
            moment = end;
        }
        return moment;
    }

    /** How fast the source's time runs at a moment; 1 on average. */
    double speed(Instant moment) {
        Duration known = since.equals(Instant.MAX) ? Duration.ZERO : Duration.between(since, counted);
        ZonedDateTime time = moment.atZone(ZoneOffset.UTC);
        double hour = known.compareTo(HOURS_AFTER) < 0 ? 1 : share(smooth(hours), time.getHour());
        double day = known.compareTo(DAYS_AFTER) < 0
                ? 1
                : share(days, time.getDayOfWeek().getValue() - 1);
        return Math.min(MOST, Math.max(1 / MOST, hour * day));
    }

    private static double share(double[] counts, int index) {
        double mean = DoubleStream.of(counts).sum() / counts.length;
        return (counts[index] + PRIOR) / (mean + PRIOR);
    }

    /** An item at five to nine says as much of the next hour as of its own. */
    private static double[] smooth(double[] counts) {
        double[] smoothed = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            double before = counts[(i + counts.length - 1) % counts.length];
            double after = counts[(i + 1) % counts.length];
            smoothed[i] = (before + 2 * counts[i] + after) / 4;
        }
        return smoothed;
    }

    /** Words that {@link #parse} reads; empty if nothing is known. */
    @Override
    public String toString() {
        if (since.equals(Instant.MAX)) {
            return "";
        }
        return since.toEpochMilli() + " " + counted.toEpochMilli() + " "
                + DoubleStream.concat(DoubleStream.of(hours), DoubleStream.of(days))
                        .mapToObj(count -> String.format(Locale.ROOT, "%.3f", count))
                        .collect(Collectors.joining(" "));
    }
}
