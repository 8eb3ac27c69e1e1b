package org.polywire.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.polywire.app.Progress;
import org.polywire.pipeline.Newsroom;
import org.polywire.store.Store;

/**
 * A time in the life of a newsroom that follows {@link ManySites}. Time passes slower when too many sources wait to be polled, so that
 * a slow machine takes longer and measures the same.
 */
final class GatherTrial {
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Of so many sources one may be due; if more are, time is held up. */
    private static final int DUE = 50;

    private final ManySites sites;
    private final int sources;
    private final Store store;
    private final SteadyTime time;
    private final PrintWriter progress;

    private Duration passed = Duration.ZERO;
    private Duration real = Duration.ZERO;
    private Load load = Load.NONE;
    private double waiting;

    /** @param store the newsroom's memory, to look into */
    GatherTrial(ManySites sites, int sources, Store store, SteadyTime time, PrintWriter progress) {
        this.sites = sites;
        this.sources = sources;
        this.store = store;
        this.time = time;
        this.progress = progress;
    }

    /** Has the newsroom follow all of them for a time of theirs, which begins when each was read once. */
    void run(Newsroom newsroom, Duration duration) {
        newsroom.start();
        newsroom.follow(IntStream.range(0, sources).mapToObj(sites::source).toList());
        awaitFirstRound();
        Instant begin = time.instant();
        long start = System.nanoTime();
        Load before = Load.now(sites);
        waiting = pass(begin, duration);
        load = Load.now(sites).minus(before);
        passed = Duration.between(begin, time.instant());
        real = Duration.ofNanos(System.nanoTime() - start);
    }

    private void awaitFirstRound() {
        try (Progress bar = Progress.of("Sources read for the first time", progress)) {
            for (long read = 0; read < sources; pause()) {
                hold(due());
                read = sites.served();
                bar.to(read, sources);
            }
        }
    }

    /** How many sources waited for their poll, on average. */
    private double pass(Instant begin, Duration duration) {
        long looks = 0;
        long waited = 0;
        try (Progress bar = Progress.of("Minutes of their time", progress)) {
            for (Duration now = Duration.ZERO; now.compareTo(duration) < 0; pause()) {
                int due = due();
                hold(due);
                looks++;
                waited += due;
                now = Duration.between(begin, time.instant());
                bar.to(Math.min(now.toMinutes(), duration.toMinutes()), duration.toMinutes());
            }
        }
        return (double) waited / Math.max(1, looks);
    }

    private int due() {
        return store.read(transaction -> transaction.sources().due(time.instant()))
                .size();
    }

    private void hold(int due) {
        time.slow((double) due * DUE / sources);
    }

    private static void pause() {
        LockSupport.parkNanos(LOOK.toNanos());
    }

    /** What came of it; to be asked once the newsroom is closed. */
    Figures figures() {
        long sighted = store.read(transaction -> transaction.articles().counts()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return new Figures(sites, sources, passed, real, load, waiting, sighted);
    }

    /** What processor time and requests a span took. */
    record Load(ProcessorTime processor, long requests, long unchanged, long published) {
        static final Load NONE = new Load(ProcessorTime.NONE, 0, 0, 0);

        static Load now(ManySites sites) {
            return new Load(ProcessorTime.now(sites.threads()), sites.requests(), sites.unchanged(), sites.shown());
        }

        Load minus(Load before) {
            return new Load(
                    processor.minus(before.processor),
                    requests - before.requests,
                    unchanged - before.unchanged,
                    published - before.published);
        }
    }

    /**
     * What was seen and measured.
     *
     * @param waiting how many sources were due, on average
     * @param sighted items in the newsroom's memory at the end
     */
    record Figures(
            ManySites sites, int sources, Duration passed, Duration real, Load load, double waiting, long sighted) {
        private static final double MOST_CORES = 0.5;
        private static final long MOST_MEGABYTES = 1024;

        boolean pass() {
            return sites.crowded() == 0
                    && sites.hasty() == 0
                    && sighted == sites.shown()
                    && cores() < MOST_CORES
                    && ProcessorTime.peakMegabytes() <= MOST_MEGABYTES;
        }

        private double cores() {
            return (double) load.processor().own().toNanos() / passed.toNanos();
        }

        private double perDay(long number) {
            return number * (double) Duration.ofDays(1).toMillis() / passed.toMillis();
        }

        /** By Little's law: those that wait, over those that come in a second. */
        private double delay() {
            return waiting * real.toMillis() / Math.max(1, load.requests());
        }

        private double perRequest(Duration time) {
            return time.toNanos() / 1e6 / Math.max(1, load.requests());
        }

        void print(PrintWriter out) {
            line(
                    out,
                    "%d sources on %d hosts: %.1f hours of theirs in %.1f minutes",
                    sources,
                    sites.hosts(),
                    passed.toMinutes() / 60.0,
                    real.toSeconds() / 60.0);
            line(
                    out,
                    "Requests: %d, not modified %d; at once with another %d, too soon %d",
                    load.requests(),
                    load.unchanged(),
                    sites.crowded(),
                    sites.hasty());
            line(
                    out,
                    "Items: %.0f a day; shown %d, sighted %d, from the start",
                    perDay(load.published()),
                    sites.shown(),
                    sighted);
            line(
                    out,
                    "Processor of the newsroom: %.0f s, that is %.4f cores for their time, %.2f ms a request",
                    load.processor().own().toMillis() / 1000.0,
                    cores(),
                    perRequest(load.processor().own()));
            line(
                    out,
                    "of it choosing what is due: %.1f s, %.3f ms a request",
                    load.processor().scheduling().toMillis() / 1000.0,
                    perRequest(load.processor().scheduling()));
            line(
                    out,
                    "Processor of the simulated servers (their threads' own), left out above: %.0f s, %.2f ms a request",
                    load.processor().servers().toMillis() / 1000.0,
                    perRequest(load.processor().servers()));
            line(out, "Memory at most, servers included: %d MB", ProcessorTime.peakMegabytes());
            line(
                    out,
                    "A source that is due waits %.0f ms for its poll by the real clock, of 250 the scheduler's pause",
                    delay());
            out.flush();
        }

        private static void line(PrintWriter out, String format, Object... values) {
            out.printf(Locale.ROOT, format + "%n", values);
        }
    }
}
