package org.polywire.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.polywire.app.PolywireCommand;
import org.polywire.app.Progress;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block;
import org.polywire.model.Dates;
import org.polywire.model.Edition;
import org.polywire.model.Grant;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.store.FollowedSource;
import org.polywire.store.Following;
import org.polywire.store.KnownArticle;
import org.polywire.store.Store;
import org.polywire.store.Transaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Carries a publication to a real WordPress while it is killed at random moments, and counts the posts. */
@Command(
        name = "wordpress",
        description =
                "Carries articles, corrections and withdrawals to the WordPress site that the environment names while the"
                        + " carrying process is killed at random moments. Exits 0 only if each article then has exactly"
                        + " the post that it should have.",
        footer = {"", "Example: bench/wordpress.sh ./polywire bench wordpress --kills 20"})
final class WordPressCommand extends PolywireCommand {
    private static final SourceId SOURCE = new SourceId("el-faro");
    private static final InstantSource CLOCK = InstantSource.system();
    private static final URI HOME = URI.create("https://faro.example/");
    private static final int SHORTEST_LIFE_MILLIS = 1_000;
    private static final int LIFE_SPREAD_MILLIS = 3_000;
    private static final Duration LAST_LIFE = Duration.ofMinutes(5);

    @Option(names = "--articles", description = "How many articles (default: ${DEFAULT-VALUE}).")
    private int articles = 12;

    @Option(names = "--entries", description = "How many entries the log gets (default: ${DEFAULT-VALUE}).")
    private int entries = 80;

    @Option(names = "--kills", description = "How often the process is killed (default: ${DEFAULT-VALUE}).")
    private int kills = 20;

    @Option(names = "--seed", description = "Of what happens and when (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("polywire-wordpress");
        Random random = new Random(seed);
        List<String> faults;
        try (Store store = Store.open(folder.resolve("data"))) {
            begin(store);
            torment(folder, store, random);
            finish(folder, store);
            faults = new WordPressAudit(System.getenv()).faults(store, articles);
        } finally {
            Folders.delete(folder);
        }
        out().println("Killed " + kills + " times, " + entries + " entries, " + articles + " articles.");
        faults.forEach(fault -> out().println("FAULT: " + fault));
        out().println(faults.isEmpty() ? "Every article has exactly the post that it should have." : "");
        out().flush();
        return faults.isEmpty() ? 0 : 1;
    }

    private void begin(Store store) {
        store.write(transaction -> {
            Source source = new Source(SOURCE, "El Faro", HOME, HOME.resolve("rss.xml"), Grant.FULL);
            transaction.sources().save(FollowedSource.added(source, Duration.ofDays(1), CLOCK.instant()));
            for (int i = 0; i < articles; i++) {
                transaction.articles().add(article(i));
            }
        });
    }

    private static KnownArticle article(int number) {
        URI address = HOME.resolve("/" + number);
        Instant now = CLOCK.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        Sighting sighting = new Sighting(SOURCE, address, address.toString(), "article " + number, null, now);
        return KnownArticle.sighted(ArticleId.of(address), sighting, address, "");
    }

    private void torment(Path folder, Store store, Random random) throws IOException, InterruptedException {
        int written = 0;
        try (Progress progress = Progress.of("Kills", err())) {
            for (int kill = 1; kill <= kills; kill++) {
                for (; written < entries * kill / kills; written++) {
                    int version = written + 1;
                    store.write(transaction -> add(transaction, version, random));
                }
                Process child = start(folder);
                Thread.sleep(SHORTEST_LIFE_MILLIS + random.nextInt(LIFE_SPREAD_MILLIS));
                child.destroyForcibly().waitFor();
                progress.to(kill, kills);
            }
        }
    }

    private void add(Transaction transaction, int version, Random random) {
        KnownArticle article = article(random.nextInt(articles));
        Edition edition = WordPressChild.EDITIONS.get(random.nextInt(2));
        Instant now = CLOCK.instant();
        if (random.nextInt(4) == 0) {
            transaction.log().withdraw(edition.language(), article, Reason.SOURCE_WITHDREW, now);
        } else {
            transaction
                    .log()
                    .publish(
                            edition.language(),
                            article,
                            version,
                            translation(article, edition.language(), version),
                            new Revision(Revision.Kind.UPDATE, List.of(), ""),
                            now);
        }
    }

    private static Translation translation(KnownArticle known, LanguageTag language, int version) {
        Article article = new Article(
                known.address(),
                new Outlet("El Faro & Cia", HOME),
                language,
                "",
                "Version " + version,
                List.of(),
                List.of(),
                Dates.UNKNOWN,
                "Section " + version % 3,
                List.of(),
                "",
                Access.FREE,
                List.of(new Block.Paragraph(Inlines.ofText("Text " + version))));
        LanguageTag spanish = new LanguageTag("es");
        return new Translation(
                article,
                spanish,
                new Route.Machine(List.of(new Route.Leg(spanish, language, "Apertium", "3.8.3"))),
                CLOCK.instant(),
                List.of());
    }

    private static Process start(Path folder) throws IOException {
        return JavaProcess.of(
                        WordPressChild.class,
                        List.of(),
                        List.of(folder.resolve("data").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    /** A last life without a kill, to the end of the log. */
    private static void finish(Path folder, Store store) throws IOException, InterruptedException {
        Process child = start(folder);
        long end = System.nanoTime() + LAST_LIFE.toNanos();
        while (!done(store) && child.isAlive() && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(200));
        }
        child.destroyForcibly().waitFor();
    }

    private static boolean done(Store store) {
        return store.read(transaction -> transaction
                        .projections()
                        .find(WordPressChild.NAME)
                        .map(Following::sequence)
                        .orElse(0L)
                >= transaction.log().lastSequence());
    }
}
