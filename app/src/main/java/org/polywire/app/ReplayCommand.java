package org.polywire.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polywire.app.Configuration.Network;
import org.polywire.gather.Gatherer;
import org.polywire.gather.WebArchive;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.pipeline.Replay;
import org.polywire.pipeline.Rhythm;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--to",
            paramLabel = "LANGUAGE",
            split = ",",
            splitSynopsisLabel = ",",
            required = true,
            description = "The languages of the editions.")
    private List<String> languages = List.of();

    @Option(
            names = "--grant",
            paramLabel = "GRANT",
            defaultValue = "headline",
            description = "What you may publish of the sources in the archive: full or headline."
                    + " Default: ${DEFAULT-VALUE}.")
    private Grant grant = Grant.HEADLINE;

    @Option(
            names = "--floor",
            paramLabel = "FITNESS",
            defaultValue = "news",
            description = "The least that an engine must be good for: news or gist. Default: ${DEFAULT-VALUE}.")
    private Fitness floor = Fitness.NEWS;

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
        Configuration configuration = configuration(folder);
        Gatherer gatherer = Gatherer.replaying(House.gathering(configuration), clock, archive);
        List<Replay.Part> parts = Replay.plan(archive, grant);
        try (House house = House.build(configuration, House.translator(clock), gatherer, Rhythm.brisk(), clock)) {
            if (!json) {
                house.newsroom().listen(new Teller(house, out(), false));
            }
            parts.forEach(part -> house.newsroom().receive(part.source(), part.feed()));
            return Once.toTheEnd(house, out(), err(), json);
        }
    }

    private Configuration configuration(Path folder) {
        return new Configuration(
                "Polywire",
                URI.create("http://localhost"),
                Configuration.DEFAULT_BIND,
                Configuration.DEFAULT_PORT,
                folder,
                "The operator of this machine",
                "operator@localhost",
                languages.stream().map(this::edition).toList(),
                List.of(),
                new Network(List.of(), Network.DEFAULT.delay(), Network.DEFAULT.stopAfter()));
    }

    private Edition edition(String tag) {
        LanguageTag language = Form.language()
                .parse(tag)
                .orElseThrow(() -> new CannotGoOn(
                        Exit.USAGE, tag + " is not " + Form.language().what() + "."));
        return new Edition(language, language.locale().getDisplayName(Locale.ENGLISH), floor, true);
    }
}
