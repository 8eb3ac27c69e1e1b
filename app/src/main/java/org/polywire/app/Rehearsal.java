package org.polywire.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.polywire.app.Examination.Result;
import org.polywire.pipeline.Rhythm;
import org.polywire.samples.Pace;
import org.polywire.samples.Paper;
import org.polywire.samples.SamplePress;
import org.polywire.store.Event;

/**
 * One sample newspaper taken through a whole newsroom in an empty folder, from its feed to pages that are read.
 *
 * <p>It is also what the launcher archives the loaded classes after, so that the first articles of a real newsroom need not wait
 * for them.
 */
final class Rehearsal {
    private static final String PAPER = "el-faro";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final InstantSource clock = InstantSource.system();
    private final Queue<URI> published = new ConcurrentLinkedQueue<>();

    /** Whether everything came to its end and the pages can be read. */
    Result result() {
        Path folder = Temporary.create("polywire-doctor-");
        SamplePress press = SamplePress.start(Pace.atOnce(clock));
        try (House house = House.build(
                        DemoCommand.configuration(folder, press, Temporary.freePort()), Rhythm.brisk(), clock);
                WebServer server = house.serve()) {
            return play(house, paper(press));
        } catch (CannotGoOn | IOException e) {
            return Result.ill("Newsroom", e.toString(), "Run it again with --debug, and report what it says.");
        } finally {
            press.close();
            Temporary.delete(folder);
        }
    }

    private static Paper paper(SamplePress press) {
        return press.papers().stream()
                .filter(paper -> paper.id().equals(PAPER))
                .findFirst()
                .orElseThrow();
    }

    private Result play(House house, Paper paper) throws IOException {
        Instant start = clock.instant();
        house.newsroom().listen(event -> note(house, event));
        house.follow(DemoCommand.source(paper));
        house.start();
        while (!house.newsroom().isIdle()) {
            if (clock.instant().isAfter(start.plus(PATIENCE))) {
                return Result.ill(
                        "Newsroom",
                        "did not finish a sample newspaper within " + PATIENCE.toSeconds() + " seconds",
                        "Look whether this machine is very busy; else run ./polywire demo --debug.");
            }
            Once.pause(Once.LOOK);
        }
        long millis = Duration.between(start, clock.instant()).toMillis();
        if (published.isEmpty()) {
            return Result.ill(
                    "Newsroom",
                    "brought nothing of a sample newspaper to its site",
                    "Run ./polywire demo --once --debug; it says why.");
        }
        int pages = read(house);
        return Result.well(
                "Newsroom",
                "took " + house.archive().overview().sighted() + " articles of a sample newspaper to "
                        + published.size() + " editions of them in " + millis + " ms; " + pages
                        + " pages of its site were read");
    }

    private void note(House house, Event event) {
        if (event.step() == Event.Step.PUBLISHED && event.edition() != null) {
            published.add(house.permalink(event.edition(), event.article()));
        }
    }

    private int read(House house) throws IOException {
        URI root = house.configuration().address();
        List<URI> pages = Stream.concat(
                        Stream.of("/ca/", "/ca/search?q=port", "/ca/atom.xml").map(root::resolve), published.stream())
                .toList();
        for (URI page : pages) {
            try (InputStream in = page.toURL().openStream()) {
                in.readAllBytes();
            }
        }
        return pages.size();
    }
}
