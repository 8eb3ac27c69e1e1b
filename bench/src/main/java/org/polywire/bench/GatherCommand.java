package org.polywire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polywire.app.PolywireCommand;
import org.polywire.check.Checks;
import org.polywire.extract.Extractor;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.language.LanguageIdentifier;
import org.polywire.pipeline.Newsroom;
import org.polywire.pipeline.NewsroomConfig;
import org.polywire.pipeline.Rhythm;
import org.polywire.store.Store;
import org.polywire.translate.Translator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Follows thousands of sources on thousands of hosts, with time compressed, and measures what that takes. */
@Command(
        name = "gather",
        description =
                "Follows thousands of sources on thousands of simulated hosts of this machine with time compressed:"
                        + " real scheduling, HTTP, feeds and store; pages are not fetched. Time passes as fast as the machine can follow."
                        + " Exits 0 only if no host saw two requests at once or one too soon, every item was sighted and none twice,"
                        + " and less than half a core and 1 GB were used.",
        footer = {"", "Example: ./polywire bench gather --hours 24 --speed 120"})
final class GatherCommand extends PolywireCommand {
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

    /** What each host asks for between two requests, by the real clock. */
    private static final Duration DELAY = Duration.ofMillis(100);

    /** How many wait for their turn at a host or for its answer; as many as the gatherer holds connections. */
    private static final String WORKERS = "64";

    @Option(
            names = "--sources",
            defaultValue = "10000",
            description = "How many are followed. Default: ${DEFAULT-VALUE}.")
    private int sources;

    @Option(names = "--hosts", defaultValue = "5000", description = "How many they are on. Default: ${DEFAULT-VALUE}.")
    private int hosts;

    @Option(
            names = "--workers",
            defaultValue = WORKERS,
            description = "How many are polled at once, 1 to 256. Default: ${DEFAULT-VALUE}.")
    private int workers;

    @Option(
            names = "--hours",
            defaultValue = "24",
            description = "How much time passes for them. Default: ${DEFAULT-VALUE}.")
    private double hours;

    @Option(
            names = "--speed",
            defaultValue = "120",
            description = "How many times as fast at most. Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Where the store is; a temporary folder by default.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        Path folder = data == null ? Files.createTempDirectory("polywire-gather") : data;
        SteadyTime time = new SteadyTime(new FastClock(START, speed));
        try (ManySites sites = new ManySites(hosts, DELAY, time);
                Store store = Store.open(folder)) {
            GatherTrial.Figures figures = trial(folder, sites, store, time);
            figures.print(out());
            return figures.pass() ? 0 : 1;
        } finally {
            if (data == null) {
                Folders.delete(folder);
            }
        }
    }

    private GatherTrial.Figures trial(Path folder, ManySites sites, Store store, SteadyTime time) {
        GatherTrial trial = new GatherTrial(sites, sources, store, time, err());
        try (Gatherer gatherer = new Gatherer(config(sites), time);
                Translator translator = new Translator(List.of(), LanguageIdentifier.load(), time);
                Newsroom newsroom = newsroom(folder, gatherer, translator, time)) {
            trial.run(newsroom, Duration.ofMillis((long)
                    (hours * Duration.ofHours(1).toMillis())));
        }
        return trial.figures();
    }

    private static GatherConfig config(ManySites sites) {
        return GatherConfig.defaults().withAllowed(Set.copyOf(sites.authorities()));
    }

    /** Without editions a newsroom only sights. */
    private Newsroom newsroom(Path folder, Gatherer gatherer, Translator translator, InstantSource clock) {
        LanguageIdentifier languages = LanguageIdentifier.load();
        return Newsroom.open(
                new NewsroomConfig(folder, List.of(), Rhythm.defaults(), workers),
                new Newsroom.Parts(
                        gatherer, new Extractor(languages), translator, new Checks(languages), clock, new Random(1)),
                Duration.ofSeconds(30));
    }
}
