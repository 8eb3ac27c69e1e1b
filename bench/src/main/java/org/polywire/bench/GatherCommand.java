package org.polywire.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.polywire.app.PolywireCommand;
import org.polywire.app.Progress;
import org.polywire.check.Checks;
import org.polywire.extract.Extractor;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.language.LanguageIdentifier;
import org.polywire.pipeline.Newsroom;
import org.polywire.pipeline.NewsroomConfig;
import org.polywire.pipeline.Rhythm;
import org.polywire.translate.Translator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Follows thousands of sources on thousands of hosts, with time compressed, and measures what that takes. */
@Command(
        name = "gather",
        description =
                "Follows thousands of sources on thousands of simulated hosts of this machine with time compressed:"
                        + " real scheduling, HTTP, feeds and store; pages are not fetched. Exits 0 only if no host saw two requests"
                        + " at once or one too soon, and less than half a core and 1 GB were used.",
        footer = {"", "Example: ./polywire bench gather --hours 24 --speed 60"})
final class GatherCommand extends PolywireCommand {
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final double MOST_CORES = 0.5;
    private static final long MOST_MEGABYTES = 1024;

    @Option(
            names = "--sources",
            defaultValue = "10000",
            description = "How many are followed. Default: ${DEFAULT-VALUE}.")
    private int sources = 10_000;

    @Option(names = "--hosts", defaultValue = "5000", description = "How many they are on. Default: ${DEFAULT-VALUE}.")
    private int hosts = 5_000;

    @Option(
            names = "--hours",
            defaultValue = "24",
            description = "How much time passes for them. Default: ${DEFAULT-VALUE}.")
    private double hours = 24;

    @Option(names = "--speed", defaultValue = "60", description = "How many times as fast. Default: ${DEFAULT-VALUE}.")
    private double speed = 60;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Where the store is; a temporary folder by default.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        Path folder = data == null ? Files.createTempDirectory("polywire-gather") : data;
        FastClock clock = new FastClock(START, speed);
        try (ManySites sites = new ManySites(hosts, DELAY, clock);
                Gatherer gatherer = new Gatherer(config(sites), clock);
                Translator translator = new Translator(List.of(), LanguageIdentifier.load(), clock);
                Newsroom newsroom = newsroom(folder, gatherer, translator, clock)) {
            return run(sites, newsroom, clock) ? 0 : 1;
        } finally {
            if (data == null) {
                Folders.delete(folder);
            }
        }
    }

    private static GatherConfig config(ManySites sites) {
        return GatherConfig.defaults().withAllowed(Set.copyOf(sites.authorities()));
    }

    /** Without editions a newsroom only sights. */
    private static Newsroom newsroom(Path folder, Gatherer gatherer, Translator translator, FastClock clock) {
        LanguageIdentifier languages = LanguageIdentifier.load();
        return Newsroom.open(
                new NewsroomConfig(folder, List.of(), Rhythm.defaults(), NewsroomConfig.DEFAULT_WORKERS),
                new Newsroom.Parts(
                        gatherer, new Extractor(languages), translator, new Checks(languages), clock, new Random(1)),
                Duration.ofSeconds(30));
    }

    private boolean run(ManySites sites, Newsroom newsroom, FastClock clock) {
        newsroom.start();
        newsroom.follow(IntStream.range(0, sources).mapToObj(sites::source).toList());
        awaitFirstRound(newsroom);
        Instant begin = clock.instant();
        Load load = new Load();
        long requests = sites.requests();
        int before = newsroom.archive().overview().sighted();
        passTime(begin, clock);
        Load used = load.since();
        Instant end = clock.instant();
        int sighted = newsroom.archive().overview().sighted() - before;
        return report(
                sites,
                new Run(Duration.between(begin, end), sighted, sites.requests() - requests, used),
                behind(newsroom, end));
    }

    /** How far polls are behind their time, on average over all sources. */
    private static Duration behind(Newsroom newsroom, Instant now) {
        double millis = newsroom.archive().sources().stream()
                .mapToLong(source ->
                        Math.max(0, Duration.between(source.nextPoll(), now).toMillis()))
                .average()
                .orElse(0);
        return Duration.ofMillis((long) millis);
    }

    private void awaitFirstRound(Newsroom newsroom) {
        try (Progress progress = Progress.of("Sources read for the first time", err())) {
            for (long read = 0; read < sources; pause()) {
                read = newsroom.archive().sources().stream()
                        .filter(source -> source.lastSuccess() != null || source.failures() > 0)
                        .count();
                progress.to(read, sources);
            }
        }
    }

    private void passTime(Instant begin, FastClock clock) {
        long all = (long) (hours * 3600);
        try (Progress progress = Progress.of("Seconds of their time", err())) {
            for (long passed = 0; passed < all; pause()) {
                passed = Duration.between(begin, clock.instant()).toSeconds();
                progress.to(Math.min(passed, all), all);
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }

    /** What happened in the measured time. */
    private record Run(Duration time, int sighted, long requests, Load used) {
        double perDay(double number) {
            return number * Duration.ofDays(1).toMillis() / time.toMillis();
        }
    }

    /** Processor time and memory of this process, servers included. */
    private record Load(Duration processor, long megabytes) {
        Load() {
            this(now(), 0);
        }

        Load since() {
            return new Load(now().minus(processor), peakMegabytes());
        }

        private static Duration now() {
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return Duration.ofNanos(system.getProcessCpuTime());
        }

        private static long peakMegabytes() {
            try (var lines = Files.lines(Path.of("/proc/self/status"))) {
                return lines.filter(line -> line.startsWith("VmHWM"))
                                .map(line -> line.replaceAll("\\D", ""))
                                .mapToLong(Long::parseLong)
                                .findFirst()
                                .orElse(0)
                        / 1024;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean report(ManySites sites, Run run, Duration behind) {
        double cores = run.perDay(run.used().processor().toMillis())
                / Duration.ofDays(1).toMillis();
        out().printf(
                        Locale.ROOT,
                        "%d sources on %d hosts, %.1f hours%n",
                        sources,
                        hosts,
                        run.time().toMinutes() / 60.0);
        out().printf(
                        Locale.ROOT,
                        "Requests: %d, not modified %d; at once with another %d, too soon %d%n",
                        run.requests(),
                        sites.unchanged(),
                        sites.crowded(),
                        sites.hasty());
        out().printf(Locale.ROOT, "Items sighted: %d, that is %.0f a day%n", run.sighted(), run.perDay(run.sighted()));
        out().printf(
                        Locale.ROOT,
                        "Processor, servers included: %.0f s, that is %.3f cores for the day; %.2f ms a request%n",
                        run.used().processor().toMillis() / 1000.0,
                        cores,
                        run.used().processor().toMillis() / (double) Math.max(1, run.requests()));
        out().printf(Locale.ROOT, "Memory at most: %d MB%n", run.used().megabytes());
        out().printf(
                        Locale.ROOT,
                        "Polls behind their time at the end: %.0f s of theirs on average%n",
                        behind.toMillis() / 1000.0);
        out().flush();
        return sites.crowded() == 0
                && sites.hasty() == 0
                && cores < MOST_CORES
                && run.used().megabytes() <= MOST_MEGABYTES;
    }
}
