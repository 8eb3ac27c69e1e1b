package org.polywire.bench;

import java.time.Duration;
import java.util.List;

/** The middle and the slow end of a number of times. */
record Times(int count, Duration median, Duration percentile95, Duration longest) {
    static Times of(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return new Times(sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
    }

    /** By nearest rank; zero of none. */
    private static Duration at(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    String words() {
        return "median " + seconds(median) + ", 95 % within " + seconds(percentile95) + ", longest " + seconds(longest);
    }

    static String seconds(Duration duration) {
        return duration.toMillis() / 100 / 10.0 + " s";
    }
}
