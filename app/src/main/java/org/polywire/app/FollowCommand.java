package org.polywire.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.gather.Gatherer;
import org.polywire.gather.Opml;
import org.polywire.gather.Opml.Outline;
import org.polywire.model.Reason;
import org.polywire.model.Source;
import org.polywire.model.Source.Way;
import org.polywire.pipeline.Rhythm;
import org.polywire.pipeline.Scout;
import org.polywire.pipeline.Scout.Finding;
import org.polywire.pipeline.Scout.Finding.Found;
import org.polywire.pipeline.Scout.Finding.Nothing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "follow",
        description =
                "Follows sources without a configuration: finds the feed of any page, and brings its articles into"
                        + " the languages given.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire follow https://elfaro.example/ --to ca,gl --dry-run",
            "  ./polywire follow https://elfaro.example/ --to ca,gl",
            "  ./polywire follow https://elfaro.example/feed.xml --to ca --once --json",
            "  ./polywire follow subscriptions.opml --to ca,gl",
            "  ./polywire follow https://elfaro.example/ --to ca --archive faro.warc.gz"
        })
final class FollowCommand extends PolywireCommand {
    /** Where it works if no folder is named. */
    static final Path DATA = Path.of("data");

    @Parameters(
            paramLabel = "URL|FILE",
            description = "A feed, a sitemap, any page of a site, or a file with a list of feeds (OPML).")
    private String address = "";

    @Mixin
    private EditionOptions options = new EditionOptions();

    @Option(names = "--dry-run", description = "Only tell what is found and would be followed.")
    private boolean dryRun;

    @Option(names = "--once", description = "Read the feed once, bring its articles to their end, and print a summary.")
    private boolean once;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The folder that remembers everything. Default: ${DEFAULT-VALUE}.")
    private Path data = DATA;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + Configuration.DEFAULT_PORT,
            description = "Where the site is served, unless --once. Default: ${DEFAULT-VALUE}.")
    private int port = Configuration.DEFAULT_PORT;

    @Option(names = "--allow-host", paramLabel = "HOST[:PORT]", description = "A host that may be on this machine.")
    private List<String> allowedHosts = List.of();

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            description = "Write everything that is fetched to this WARC file, to be replayed later.")
    private @Nullable Path archive;

    @Option(
            names = "--json",
            description = "Print JSON: with --once the summary, else an object a line, of a source or an event.")
    private boolean json;

    @Override
    public Integer call() {
        if (WebPage.file(address).isEmpty()) {
            // Before a folder is made for it.
            WebPage.address(address);
        }
        Configuration configuration = options.configuration(data, port, allowedHosts);
        return dryRun ? tell(configuration) : follow(configuration);
    }

    private int tell(Configuration configuration) {
        try (Gatherer gatherer = new Gatherer(House.gathering(configuration), InstantSource.system())) {
            sources(gatherer).forEach(source -> out().println(json ? json(source) : words(source)));
            return Exit.DONE;
        }
    }

    private static String words(Source source) {
        String way = switch (source.way()) {
            case FEED -> "";
            case SECTION -> " (the links on this page)";
        };
        return source.name() + ", " + source.feed() + way + ", grant " + Words.of(source.grant());
    }

    private static String json(Source source) {
        return Json.object()
                .put("id", source.id().value())
                .put("name", source.name())
                .put("home", source.home().toString())
                .put("feed", source.feed().toString())
                .put("way", source.way().name())
                .put("grant", Words.of(source.grant()))
                .toString();
    }

    private int follow(Configuration configuration) {
        House house = house(configuration);
        try (house;
                MissingModels models = house.missingModels(err()::println)) {
            List<Source> sources = sources(house.gatherer());
            sources.forEach(source -> err().println("Following " + words(source)));
            if (!json || !once) {
                house.newsroom().listen(new Teller(house, out(), json));
            }
            sources.forEach(WebPage.file(address).isPresent() ? house::follow : house::revive);
            return once ? Once.toTheEnd(house, out(), err(), json) : untilStopped(house);
        }
    }

    private House house(Configuration configuration) {
        InstantSource clock = InstantSource.system();
        if (archive == null) {
            return House.build(configuration, Rhythm.defaults(), clock);
        }
        try {
            Gatherer gatherer = Gatherer.recording(House.gathering(configuration), clock, archive);
            return House.build(configuration, House.translator(clock), gatherer, Rhythm.defaults(), clock);
        } catch (IOException e) {
            throw new CannotGoOn(Exit.ENVIRONMENT, "The archive " + archive + " cannot be written: " + e.getMessage());
        }
    }

    private List<Source> sources(Gatherer gatherer) {
        return WebPage.file(address).map(this::listed).orElseGet(() -> List.of(find(gatherer)));
    }

    /** The feeds and pages of a list, taken at its word. */
    private List<Source> listed(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<Source> sources = Opml.read(bytes).stream().map(this::source).toList();
            if (!Opml.isOpml(bytes) || sources.isEmpty()) {
                throw new CannotGoOn(Exit.ENVIRONMENT, file + " is no OPML file, or it lists no feed.");
            }
            return sources;
        } catch (IOException e) {
            throw new CannotGoOn(Exit.ENVIRONMENT, "The file " + file + " cannot be read: " + e.getMessage());
        }
    }

    private Source source(Outline outline) {
        URI home = outline.home().orElse(outline.address().resolve("/"));
        String name = outline.title().isEmpty() ? home.getAuthority() : outline.title();
        Way way = outline.page() ? Way.SECTION : Way.FEED;
        return new Source(Scout.idOf(outline.address()), name, home, outline.address(), options.grant(), way);
    }

    /** Tells where it looked, what it found there, and what it chose. */
    private Source find(Gatherer gatherer) {
        err().println("Looking for a feed, a sitemap or a page with links, from " + address);
        Scout scout = new Scout(gatherer, look -> err().println("  " + look.place() + "  " + look.found()));
        Finding finding = scout.find(WebPage.address(address), options.grant());
        return switch (finding) {
            case Found(Source source, int items, var looks) -> source;
            case Nothing(Reason reason, String detail, var looks) -> throw WebPage.refusal(reason, detail);
        };
    }

    private int untilStopped(House house) {
        WebServer server = house.serve();
        house.start();
        err().println("The site is at " + house.configuration().address() + "; Ctrl-C stops.");
        return Shutdown.await(() -> {
            server.close();
            house.close();
        });
    }
}
