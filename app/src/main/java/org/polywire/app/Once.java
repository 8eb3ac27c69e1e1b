package org.polywire.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.polywire.pipeline.Overview;
import org.polywire.store.FollowedSource;
import org.polywire.store.Stage;
import org.polywire.store.Standing;
import tools.jackson.databind.node.ObjectNode;

/** A newsroom that is run until everything that came in has come to its end. */
final class Once {
    static final Duration LOOK = Duration.ofMillis(200);

    private Once() {}

    /** Waits, with a progress bar, until every article came to its end, and prints the summary and what could not be read. */
    static int toTheEnd(House house, PrintWriter out, PrintWriter err, boolean json) {
        try (Progress progress = Progress.of("Articles", err)) {
            house.start();
            while (!house.newsroom().isIdle()) {
                show(house.archive().overview(), progress);
                pause(LOOK);
            }
        }
        Summary summary = Summary.of(house.archive(), house.configuration().editions());
        List<FollowedSource> unread = house.archive().sources().stream()
                .filter(source -> source.failures() > 0)
                .toList();
        boolean failed = summary.failed() > 0 || !unread.isEmpty();
        ObjectNode node = summary.json().put("ok", !failed);
        out.print(json ? node.toPrettyString() + "\n" : "\n" + summary);
        out.flush();
        unread.forEach(source -> err.println(source.source().name() + " ("
                + source.source().feed() + ") could not be read: " + Words.why(source.reason(), source.detail())));
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

    static void pause(Duration pause) {
        try {
            boolean unused = new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn(Exit.NOT_AS_EXPECTED, "Interrupted.");
        }
    }
}
