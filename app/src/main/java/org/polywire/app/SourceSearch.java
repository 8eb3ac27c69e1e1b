package org.polywire.app;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.polywire.app.Configuration.Followed;
import org.polywire.model.Reason;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.pipeline.Scout;
import org.polywire.pipeline.Scout.Finding;
import org.polywire.pipeline.Scout.Finding.Found;
import org.polywire.pipeline.Scout.Finding.Nothing;
import org.polywire.store.FollowedSource;

/**
 * Finds the feed of each configured source and has it followed; a site that is down is tried again, ever more rarely. What an earlier run
 * found, and could read when it was polled last, is not looked for again.
 */
final class SourceSearch implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final House house;
    private final PrintWriter err;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SourceSearch(House house, PrintWriter err) {
        this.house = house;
        this.err = err;
    }

    /** Returns at once; the search goes on in the background. */
    void begin(Followed wanted) {
        Optional<FollowedSource> known = known(wanted);
        known.filter(FollowedSource::ended).ifPresent(this::tellOfTheEnd);
        URI feed = wanted.feed();
        if (feed != null) {
            house.follow(named(wanted, feed));
        } else if (known.isPresent() && (known.get().ended() || known.get().failures() == 0)) {
            house.follow(as(wanted, known.get().source()));
        } else {
            var unused = threads.submit(() -> search(wanted));
        }
    }

    private void tellOfTheEnd(FollowedSource known) {
        URI feed = known.source().feed();
        err.println(known.source().name() + " has ended: " + Words.why(known.reason(), known.detail())
                + " Name its new feed in the configuration, or try the old one again: ./polywire follow " + feed);
    }

    /** What the newsroom follows for this already, if that is plain. */
    private Optional<FollowedSource> known(Followed wanted) {
        URI place = wanted.feed() == null ? wanted.address() : wanted.feed();
        return only(source -> source.feed().equals(place))
                .or(() -> only(
                        source -> wanted.feed() == null && source.id().value().equals(wanted.id())))
                .or(() -> only(source -> wanted.feed() == null && source.home().equals(wanted.address())));
    }

    private Optional<FollowedSource> only(Predicate<Source> wanted) {
        List<FollowedSource> found = house.archive().sources().stream()
                .filter(known -> wanted.test(known.source()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Source named(Followed wanted, URI feed) {
        SourceId id = wanted.id().isEmpty() ? Scout.idOf(feed) : new SourceId(wanted.id());
        String name = wanted.name().isEmpty() ? wanted.address().getHost() : wanted.name();
        return new Source(id, name, wanted.address(), feed, wanted.grant());
    }

    /** Whether the search is over. */
    private boolean look(Followed wanted) {
        Finding finding = new Scout(house.gatherer()).find(wanted.address(), wanted.grant());
        return switch (finding) {
            case Found(Source source, int items, var looks) -> {
                house.revive(as(wanted, source));
                yield true;
            }
            case Nothing(Reason reason, String detail, var looks) -> {
                err.println(wanted.address() + " cannot be followed: " + Words.why(reason, detail)
                        + (reason.passing() ? " It will be tried again." : " Name its feed in the configuration."));
                yield !reason.passing();
            }
        };
    }

    private static Source as(Followed wanted, Source found) {
        return new Source(
                wanted.id().isEmpty() ? found.id() : new SourceId(wanted.id()),
                wanted.name().isEmpty() ? found.name() : wanted.name(),
                found.home(),
                found.feed(),
                wanted.grant(),
                found.way());
    }

    private Void search(Followed wanted) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!look(wanted)) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
