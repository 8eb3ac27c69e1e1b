package org.polywire.app;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.app.Configuration.Network;
import org.polywire.app.Expected.Miss;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.pipeline.Rhythm;
import org.polywire.samples.Expectation;
import org.polywire.samples.Pace;
import org.polywire.samples.Paper;
import org.polywire.samples.SamplePress;
import org.polywire.translate.Translator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "demo",
        description =
                "Shows everything at work, on this machine alone: invented newspapers publish, and the newsroom follows"
                        + " them, translates, checks, and puts its site at http://localhost:8080.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./polywire demo", "  ./polywire demo --port 9000", "  ./polywire demo --once --json"})
final class DemoCommand extends PolywireCommand {
    /** Looking at everything takes from the newsroom's own time while the press is still at work. */
    private static final Duration SELDOM = Duration.ofSeconds(2);

    /** How long after the press has finished something may still be under way. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** The papers' languages that it translates from. */
    private static final List<LanguageTag> APERTIUM_READS =
            Stream.of("es", "pt", "ca").map(LanguageTag::new).toList();

    private static final InstantSource CLOCK = InstantSource.system();

    @Option(
            names = "--once",
            description = "Run to the end, compare everything with what must come out, print a summary.")
    private boolean once;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where the site is served. Default: 8080; with --once, any that is free.")
    private @Nullable Integer port;

    @Option(names = "--json", description = "Print JSON: with --once the summary, else an object a line.")
    private boolean json;

    @Override
    public Integer call() {
        requireEngine();
        Path data = Temporary.create("polywire-demo-");
        Translator translator = ready();
        SamplePress press = SamplePress.start(Pace.demo(CLOCK));
        House house = House.build(configuration(data, press, chosenPort()), translator, Rhythm.brisk(), CLOCK);
        WebServer server = house.serve();
        Runnable stop = () -> {
            server.close();
            house.close();
            press.close();
            Temporary.delete(data);
        };
        begin(house, press);
        if (!once) {
            return Shutdown.await(stop);
        }
        try {
            return toTheEnd(house, press);
        } finally {
            stop.run();
        }
    }

    private static void requireEngine() {
        List<String> missing = DebianPackages.missing("demo");
        if (!missing.isEmpty()) {
            throw new CannotGoOn(
                    Exit.ENVIRONMENT,
                    "The demo translates with Apertium, which is not all here. On Debian and Ubuntu install it with:\n  "
                            + DebianPackages.installation(missing));
        }
    }

    /** A translator whose pairs have passed their self-tests, so that the first article need not wait for them. */
    private Translator ready() {
        err().println("Making the translation engine ready …");
        House.prepare();
        Translator translator = House.translator(CLOCK);
        try {
            translator.warm(APERTIUM_READS, editions()).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the self-tests of the translation engine", e);
        }
        return translator;
    }

    private void begin(House house, SamplePress press) {
        PrintWriter err = err();
        if (!(once && json)) {
            house.newsroom().listen(new Teller(house, out(), json));
        }
        press.papers().stream().map(DemoCommand::source).forEach(house::follow);
        house.start();
        err.println("The site is at " + house.configuration().address() + "/ and fills as the papers publish.");
        err.println("Where is an article, and why: ./polywire where ADDRESS --data "
                + house.configuration().data());
        err.println(once ? "" : "Ctrl-C stops and leaves nothing behind.");
    }

    static Source source(Paper paper) {
        return new Source(new SourceId(paper.id()), paper.name(), paper.home(), paper.feed(), Grant.FULL);
    }

    private int chosenPort() {
        return port != null ? port : once ? Temporary.freePort() : Configuration.DEFAULT_PORT;
    }

    /** What a house is like that follows the sample press. */
    static Configuration configuration(Path data, SamplePress press, int port) {
        return new Configuration(
                "Polywire",
                URI.create("http://localhost:" + port),
                Configuration.DEFAULT_BIND,
                port,
                data,
                "The Polywire demo",
                "demo@polywire.example",
                editions(),
                List.of(),
                new Network(press.authorities(), Network.DEFAULT.delay(), Network.DEFAULT.stopAfter()));
    }

    /** Four that Apertium writes for well enough, and three that carry originals only. */
    static List<Edition> editions() {
        return Stream.of(
                        List.of("ca", "La Llanterna"),
                        List.of("es", "La Linterna"),
                        List.of("pt", "A Lanterna"),
                        List.of("gl", "A Lanterna"),
                        List.of("en", "The Lantern"),
                        List.of("fr", "La Lanterne"),
                        List.of("ar", "الفانوس"))
                .map(words -> new Edition(new LanguageTag(words.get(0)), words.get(1), Fitness.NEWS, true))
                .toList();
    }

    private int toTheEnd(House house, SamplePress press) {
        List<Expectation> expectations = press.expectations();
        Expected expected = new Expected(house.archive());
        List<Miss> misses = misses(expected, press);
        int all = Expected.count(expectations) + press.papers().size();
        Instant deadline = Instant.MAX;
        try (Progress progress = Progress.of("As expected", err())) {
            while (!misses.isEmpty() && CLOCK.instant().isBefore(deadline)) {
                Once.pause(press.finished() ? Once.LOOK : SELDOM);
                deadline = press.finished() && deadline.equals(Instant.MAX)
                        ? CLOCK.instant().plus(GRACE)
                        : deadline;
                misses = misses(expected, press);
                progress.to(all - misses.size(), all);
            }
        }
        print(house, expectations.size(), all, misses);
        return misses.isEmpty() ? Exit.DONE : Exit.NOT_AS_EXPECTED;
    }

    private static List<Miss> misses(Expected expected, SamplePress press) {
        return Stream.concat(
                        expected.misses(press.expectations()).stream(),
                        expected.pushMisses(press.papers(), CLOCK.instant()).stream())
                .toList();
    }

    private void print(House house, int articles, int expectations, List<Miss> misses) {
        PrintWriter out = out();
        Summary summary = Summary.of(house.archive(), house.configuration().editions());
        if (json) {
            ObjectNode node = Json.object().put("ok", misses.isEmpty()).put("articles", articles);
            node.put("expectations", expectations)
                    .set(
                            "missed",
                            Json.array(misses.stream().map(DemoCommand::json).toList()));
            out.println(node.set("newsroom", summary.json()).toPrettyString());
        } else {
            out.println("\n" + summary);
            misses.forEach(out::println);
            out.println((expectations - misses.size()) + " of " + expectations + " expectations about " + articles
                    + " articles and their papers came true.");
        }
        out.flush();
    }

    private static ObjectNode json(Miss miss) {
        return Json.object()
                .put("subject", miss.subject())
                .put("aspect", miss.aspect())
                .put("expected", miss.expected())
                .put("found", miss.found());
    }
}
