package org.polywire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.gather.Gatherer;
import org.polywire.gather.WebArchive;
import org.polywire.pipeline.Replay;
import org.polywire.pipeline.Rhythm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description =
                "Runs the newsroom on web archives (WARC) instead of the web: the feeds in them, and of sites without a feed"
                        + " every page. Nothing is asked of the network.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire replay faro.warc.gz --to ca,gl --grant full",
            "  ./polywire replay CC-NEWS-20261120.warc.gz --to ca --json"
        })
final class ReplayCommand extends PolywireCommand {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "WARC files, plain or packed with gzip.")
    private List<Path> files = List.of();

    @Mixin
    private EditionOptions options = new EditionOptions();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The folder that remembers everything; a new one is made and thrown away if none is named.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (WebArchive archive = open()) {
            return data == null ? inPassing(archive) : replay(archive, data);
        } catch (IOException e) {
            throw new CannotGoOn(Exit.ENVIRONMENT, "An archive cannot be read: " + e.getMessage());
        }
    }

    private int inPassing(WebArchive archive) {
        Path folder = Temporary.create("polywire-replay");
        try {
            return replay(archive, folder);
        } finally {
            Temporary.delete(folder);
        }
    }

    private WebArchive open() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new CannotGoOn(Exit.ENVIRONMENT, "There is no file " + file + " that can be read.");
            }
        }
        try (Progress progress = Progress.of("Answers found", err())) {
            return WebArchive.open(files, found -> progress.to(found, found));
        }
    }

    private int replay(WebArchive archive, Path folder) {
        InstantSource clock = InstantSource.system();
        Configuration configuration = options.configuration(folder, Configuration.DEFAULT_PORT, List.of());
        Gatherer gatherer = Gatherer.replaying(House.gathering(configuration), clock, archive);
        List<Replay.Part> parts = Replay.plan(archive, options.grant());
        try (House house = House.build(configuration, House.translator(clock), gatherer, Rhythm.brisk(), clock)) {
            if (!json) {
                house.newsroom().listen(new Teller(house, out(), false));
            }
            parts.forEach(part -> house.newsroom().receive(part.source(), part.feed()));
            return Once.toTheEnd(house, out(), err(), json);
        }
    }
}
