package org.polywire.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.polywire.app.PolywireCommand;
import org.polywire.app.Progress;
import org.polywire.model.LanguageTag;
import org.polywire.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds the site to its bars: what pages are like, how fast they come, what one more article costs. */
@Command(
        name = "site",
        description = "Fills a publication in five scripts and holds its site to the bars: pages (Nu checker, axe,"
                + " Lighthouse in Debian's Chromium), api (its description under redocly and spectral), speed (wrk, beside"
                + " nginx) and growth (what one article costs"
                + " at 1,000 and at 100,000). Exits 0 only if every bar holds.",
        footer = {
            "",
            "Needs, for pages: nodejs, npm, chromium, a network for npm; for api: nodejs, npm, a network for npm; for speed: wrk,"
                    + " nginx-light.",
            "Example: ./polywire bench site --part pages --output /tmp/pages"
        })
final class SiteCommand extends PolywireCommand {
    /** What the pages of the matrix can reach; all beyond is in one language, for mass. */
    private static final int IN_EVERY_LANGUAGE = 90;

    /** A part of the run. */
    enum Part {
        PAGES,
        API,
        SPEED,
        GROWTH
    }

    @Option(
            names = "--part",
            split = ",",
            paramLabel = "PART",
            description = "Only these: ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<Part> parts = Set.of(Part.values());

    @Option(names = "--articles", paramLabel = "N", description = "How many for speed. Default: ${DEFAULT-VALUE}.")
    private int articles = 10_000;

    @Option(names = "--large", paramLabel = "N", description = "How many for growth. Default: ${DEFAULT-VALUE}.")
    private int large = 100_000;

    /** Which pages Lighthouse looks at. */
    enum Extent {
        NONE,
        FEW,
        ALL
    }

    @Option(
            names = "--lighthouse",
            description =
                    "Which pages Lighthouse looks at: ${COMPLETION-CANDIDATES}; FEW are fronts, articles, stories and searches."
                            + " Default: ${DEFAULT-VALUE}.")
    private Extent extent = Extent.FEW;

    @Option(names = "--output", paramLabel = "DIR", description = "Where reports and pictures go.")
    private Path output = Path.of("target", "site");

    @Override
    public Integer call() {
        try {
            Path folder = Files.createTempDirectory("polywire-site-");
            try {
                return run(folder) ? 0 : 1;
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private boolean run(Path folder) throws IOException, InterruptedException {
        boolean held = true;
        if (!parts.equals(Set.of(Part.GROWTH))) {
            held = served(folder);
        }
        if (parts.contains(Part.GROWTH)) {
            held &= new SiteGrowth(folder, out()).holds(1_000, large, this::progress);
        }
        return held;
    }

    private boolean served(Path folder) throws IOException, InterruptedException {
        try (SitePicture picture = SitePicture.start()) {
            return served(folder, picture);
        }
    }

    private boolean served(Path folder, SitePicture picture) throws IOException, InterruptedException {
        List<SiteTexts> texts = SiteTexts.LANGUAGES.stream()
                .map(language -> SiteTexts.in(language, picture.address()))
                .toList();
        fill(folder.resolve("full").resolve("data"), texts);
        boolean held = true;
        try (SiteServer full = SiteServer.start(folder.resolve("full"), freePort(), texts, picture);
                SiteServer empty = SiteServer.start(folder.resolve("empty"), freePort(), texts, picture)) {
            if (parts.contains(Part.PAGES)) {
                held = new SitePages(full, empty, mass(), output).hold(extent, texts);
            }
            if (parts.contains(Part.API)) {
                held &= new SiteDescription(full, output, out()).holds();
            }
            if (parts.contains(Part.SPEED)) {
                held &= new SiteSpeed(full, folder, out()).holds(mass());
            }
        }
        return held;
    }

    private int mass() {
        return parts.contains(Part.SPEED) ? Math.max(articles, IN_EVERY_LANGUAGE) : IN_EVERY_LANGUAGE;
    }

    private void fill(Path data, List<SiteTexts> texts) {
        int last = mass();
        try (Store store = Store.open(data);
                Progress progress = Progress.of("Articles", err())) {
            SiteFolder site =
                    new SiteFolder(store, InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
            site.begin();
            int few = last - IN_EVERY_LANGUAGE;
            site.fill(0, few, texts.subList(0, 1), done -> progress.to(done, last));
            site.fill(few, last, texts, done -> progress.to(done, last));
            for (SiteTexts text : texts) {
                LanguageTag language = text.edition().language();
                site.withdraw(SiteFolder.withdrawn(last), language);
            }
        }
    }

    private IntConsumer progress(String label, int total) {
        PrintWriter err = err();
        err.println(label + " …");
        return done -> {
            if (done == total) {
                err.println(label + ": " + done);
                err.flush();
            }
        };
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
