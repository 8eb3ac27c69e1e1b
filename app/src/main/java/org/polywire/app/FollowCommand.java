package org.polywire.app;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.polywire.app.Configuration.Network;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.Source;
import org.polywire.pipeline.Overview;
import org.polywire.pipeline.Rhythm;
import org.polywire.pipeline.Scout;
import org.polywire.pipeline.Scout.Finding;
import org.polywire.pipeline.Scout.Finding.Found;
import org.polywire.pipeline.Scout.Finding.Nothing;
import org.polywire.store.Stage;
import org.polywire.store.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "follow",
        description =
                "Follows one source without a configuration: finds the feed of any page, and brings its articles into"
                        + " the languages given.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire follow https://elfaro.example/ --to ca,gl",
            "  ./polywire follow https://elfaro.example/feed.xml --to ca --once --json"
        })
final class FollowCommand extends PolywireCommand {
    private static final Duration LOOK = Duration.ofMillis(200);

    @Parameters(paramLabel = "URL", description = "A feed, or any page of a site that has one.")
    private String address = "";

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
            description = "What you may publish: full (whole articles: your own, by contract or licence) or headline."
                    + " Default: ${DEFAULT-VALUE}.")
    private Grant grant = Grant.HEADLINE;

    @Option(
            names = "--floor",
            paramLabel = "FITNESS",
            defaultValue = "news",
            description = "The least that an engine must be good for: news or gist. Default: ${DEFAULT-VALUE}.")
    private Fitness floor = Fitness.NEWS;

    @Option(names = "--once", description = "Read the feed once, bring its articles to their end, and print a summary.")
    private boolean once;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "data",
            description = "The folder that remembers everything. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + Configuration.DEFAULT_PORT,
            description = "Where the site is served, unless --once. Default: ${DEFAULT-VALUE}.")
    private int port = Configuration.DEFAULT_PORT;

    @Option(names = "--allow-host", paramLabel = "HOST[:PORT]", description = "A host that may be on this machine.")
    private List<String> allowedHosts = List.of();

    @Option(names = "--json", description = "Print JSON: with --once the summary, else an object a line.")
    private boolean json;

    @Override
    public Integer call() {
        House house = House.build(configuration(), Rhythm.defaults(), InstantSource.system());
        try (house) {
            Source source = find(house);
            err().println("Following " + source.name() + ", " + source.feed());
            if (!json || !once) {
                house.newsroom().listen(new Teller(house, out(), json));
            }
            house.follow(source);
            return once ? toTheEnd(house) : untilStopped(house);
        }
    }

    private Configuration configuration() {
        return new Configuration(
                "Polywire",
                URI.create("http://localhost:" + port),
                Configuration.DEFAULT_BIND,
                port,
                data,
                "The operator of this machine",
                "operator@localhost",
                languages.stream().map(this::edition).toList(),
                List.of(),
                new Network(allowedHosts, Network.DEFAULT.delay(), Network.DEFAULT.stopAfter()));
    }

    private Edition edition(String tag) {
        LanguageTag language = Form.language()
                .parse(tag)
                .orElseThrow(() -> new CannotGoOn(
                        Exit.USAGE, tag + " is not " + Form.language().what() + "."));
        return new Edition(language, language.locale().getDisplayName(Locale.ENGLISH), floor, true);
    }

    /** Tells where it looked, what it found there, and what it chose. */
    private Source find(House house) {
        err().println("Looking for a feed, a sitemap or a page with links, from " + address);
        Finding finding = new Scout(house.gatherer()).find(WebPage.address(address), grant);
        finding.looks().forEach(look -> err().println("  " + look.place() + "  " + look.found()));
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

    private int toTheEnd(House house) {
        PrintWriter out = out();
        try (Progress progress = Progress.of("Articles", err())) {
            house.start();
            while (!house.newsroom().isIdle()) {
                show(house.archive().overview(), progress);
                pause();
            }
        }
        Summary summary = Summary.of(house.archive(), house.configuration().editions());
        boolean failed =
                summary.failed() > 0 || house.archive().sources().stream().anyMatch(source -> source.failures() > 0);
        ObjectNode node = summary.json().put("ok", !failed);
        out.print(json ? node.toPrettyString() + "\n" : "\n" + summary);
        out.flush();
        return failed ? Exit.NOT_AS_EXPECTED : Exit.DONE;
    }

    private static void show(Overview overview, Progress progress) {
        long waiting = overview.stages().getOrDefault(Stage.SIGHTED, 0)
                + overview.editions().values().stream()
                        .mapToLong(states -> states.getOrDefault(Standing.State.PENDING, 0))
                        .sum();
        long begun = overview.sighted()
                + overview.editions().values().stream()
                        .flatMap(states -> states.values().stream())
                        .mapToLong(Integer::intValue)
                        .sum();
        progress.to(begun - waiting, begun);
    }

    static void pause() {
        try {
            boolean unused = new CountDownLatch(1).await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn(Exit.NOT_AS_EXPECTED, "Interrupted.");
        }
    }
}
