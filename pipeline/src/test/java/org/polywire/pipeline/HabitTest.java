package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.testkit.Seeded;

/** How the pace of polls follows a source: laws over sources that are made up. */
class HabitTest {
    private static final Instant START = Instant.parse("2026-10-05T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(42);

    private final Rhythm rhythm = Rhythm.defaults();

    /** When a source published that publishes so many items an hour. */
    private static List<Instant> items(ToDoubleFunction<ZonedDateTime> rate, Random random) {
        List<Instant> items = new ArrayList<>();
        for (Instant minute = START; minute.isBefore(START.plus(LENGTH)); minute = minute.plusSeconds(60)) {
            if (random.nextDouble() < rate.applyAsDouble(minute.atZone(ZoneOffset.UTC)) / 60) {
                items.add(minute.plusSeconds(random.nextInt(60)));
            }
        }
        return items;
    }

    /** What following a source came to in its last four weeks. */
    private record Following(int polls, Duration delay, Duration longest, Duration shortest) {}

    private Following follow(List<Instant> items, boolean learning) {
        Instant now = START;
        Instant last = START;
        Duration pause = rhythm.pollMin();
        Habit habit = Habit.NONE;
        Duration longest = Duration.ZERO;
        Duration shortest = LENGTH;
        long waited = 0;
        int found = 0;
        int read = 0;
        int polls = 0;
        while (now.isBefore(START.plus(LENGTH))) {
            Instant until = now;
            int end = read;
            while (end < items.size() && !items.get(end).isAfter(until)) {
                end++;
            }
            List<Instant> news = items.subList(read, end);
            read = end;
            habit = learning ? habit.with(news, now) : habit;
            pause = rhythm.pauseAfter(!news.isEmpty(), pause);
            if (now.isAfter(START.plus(Duration.ofDays(14)))) {
                waited += news.stream()
                        .mapToLong(item -> Duration.between(item, until).toMillis())
                        .sum();
                found += news.size();
                polls++;
            }
            last = now;
            now = rhythm.nextPoll(now, pause, now, habit);
            Duration gap = Duration.between(last, now);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
            shortest = gap.compareTo(shortest) < 0 ? gap : shortest;
        }
        return new Following(polls, Duration.ofMillis(waited / Math.max(1, found)), longest, shortest);
    }

    private static double byDay(ZonedDateTime time) {
        boolean weekend = time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean awake = time.getHour() >= 6 && time.getHour() < 20;
        return (awake ? 3 : 0.05) * (weekend ? 0.2 : 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.05, 1, 20})
    void noSourceIsAskedTooOftenAndNoneIsForgotten(double anHour) {
        for (int seed = 0; seed < 2; seed++) {
            Following following = follow(items(time -> anHour, new Random(seed)), true);
            assertThat(following.longest()).isLessThanOrEqualTo(rhythm.pollMax());
            assertThat(following.shortest()).isGreaterThanOrEqualTo(rhythm.pollMin());
        }
    }

    /** With news halving the pause and silence lengthening it by a half, three polls in eight find something: 0.46 items each. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 2, 6})
    void theNumberOfPollsSettlesAtTwoForEachItem(double anHour) {
        Following following = follow(items(time -> anHour, new Random(1)), true);
        double items = anHour * Duration.ofDays(28).toHours();
        assertThat(following.polls() / items).isBetween(1.5, 3.5);
    }

    /** The delay of an item is about half a pause, so delay times polls is what a poll is worth, the less the better. */
    @Test
    void wordsThatAreNoHabitSayNothing() {
        assertThat(Habit.parse("").toString()).isEmpty();
        assertThat(Habit.parse("x ".repeat(33).strip()).toString()).isEmpty();
    }

    @Test
    void aSourceWithHoursIsReadSoonerAndEachPollIsWorthMore() {
        for (int seed = 0; seed < 3; seed++) {
            List<Instant> items = items(HabitTest::byDay, new Random(seed));
            Following plain = follow(items, false);
            Following learnt = follow(items, true);
            assertThat(learnt.delay()).isLessThan(plain.delay());
            assertThat(learnt.delay().multipliedBy(learnt.polls()))
                    .isLessThan(plain.delay().multipliedBy(plain.polls()));
        }
    }

    @Test
    void aSourceWithoutHoursIsReadAsBefore() {
        List<Instant> items = items(time -> 1, new Random(3));
        Following plain = follow(items, false);
        Following learnt = follow(items, true);
        assertThat(learnt.polls()).isBetween(plain.polls() * 9 / 10, plain.polls() * 11 / 10);
    }

    @Test
    void timeRunsByTheHabitOnceItIsKnown() {
        Habit habit = Habit.NONE.with(items(HabitTest::byDay, new Random(1)), START.plus(LENGTH));
        Instant monday = Instant.parse("2026-11-16T00:00:00Z");
        assertThat(habit.speed(monday.plus(Duration.ofHours(10)))).isBetween(1.5, 4.0);
        assertThat(habit.speed(monday.plus(Duration.ofHours(2)))).isEqualTo(0.25);
        assertThat(habit.speed(monday.minus(Duration.ofHours(14))))
                .as("on a Sunday")
                .isLessThan(habit.speed(monday.plus(Duration.ofHours(10))));
    }

    @Test
    void aFewItemsAreNoHabit() {
        Habit habit = Habit.NONE.with(List.of(START, START.plusSeconds(60)), START.plus(Duration.ofHours(1)));
        IntStream.range(0, 24 * 7)
                .forEach(hour -> assertThat(habit.speed(START.plus(Duration.ofHours(hour))))
                        .isEqualTo(1));
    }

    @Test
    void anOldHabitFades() {
        Habit night = Habit.NONE;
        Instant now = START;
        for (int day = 0; day < 30; day++, now = now.plus(Duration.ofDays(1))) {
            night = night.with(List.of(now.plus(Duration.ofHours(2))), now.plus(Duration.ofHours(3)));
        }
        Habit changed = night;
        for (int day = 0; day < 60; day++, now = now.plus(Duration.ofDays(1))) {
            changed = changed.with(List.of(now.plus(Duration.ofHours(14))), now.plus(Duration.ofHours(15)));
        }
        assertThat(night.speed(now.plus(Duration.ofHours(2)))).isGreaterThan(2);
        assertThat(changed.speed(now.plus(Duration.ofHours(14))))
                .isGreaterThan(changed.speed(now.plus(Duration.ofHours(2))));
    }

    @Test
    void itIsReadAsItWasWritten() {
        Habit habit = Habit.NONE.with(items(HabitTest::byDay, new Random(2)), START.plus(LENGTH));
        assertThat(Habit.parse(habit.toString())).hasToString(habit.toString());
        assertThat(Habit.parse("").toString()).isEmpty();
        assertThat(Habit.parse("nonsense").toString()).isEmpty();
    }

    @Test
    void aSpanEndsWithinItsBoundsWhateverTheHabit() {
        Seeded.run(500, random -> {
            List<Instant> items = IntStream.range(0, random.nextInt(200))
                    .mapToObj(i -> START.plusSeconds(random.nextInt(28 * 86_400)))
                    .toList();
            Habit habit = Habit.NONE.with(items, START.plus(Duration.ofDays(28)));
            Duration span = Duration.ofSeconds(60 + random.nextInt(12 * 3600));
            Instant from = START.plusSeconds(random.nextInt(60 * 86_400));
            Duration lived = Duration.between(from, habit.after(from, span));
            assertThat(lived)
                    .isBetween(
                            span.dividedBy(4).minusSeconds(1),
                            span.multipliedBy(4).plusSeconds(1));
        });
    }
}
