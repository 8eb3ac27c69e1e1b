package org.polywire.samples;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Tells the hub whenever the feed of a paper that works with it has changed, as the papers' own systems would. */
final class Herald implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final PressHub hub;
    private final List<Newspaper> papers;
    private final Timetable timetable;
    private final Map<URI, Instant> brought = new HashMap<>();
    private volatile boolean closed;

    Herald(PressHub hub, List<Newspaper> papers, Timetable timetable) {
        this.hub = hub;
        this.papers = papers;
        this.timetable = timetable;
        papers.stream()
                .map(Newspaper::paper)
                .filter(paper -> paper.push() == Paper.Push.DENIED)
                .forEach(paper -> hub.deny(paper.feed()));
        Thread.ofVirtual().start(this::run);
    }

    private void run() {
        while (!closed) {
            look();
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void look() {
        papers.stream()
                .filter(newspaper -> newspaper.paper().push() == Paper.Push.BROUGHT)
                .forEach(newspaper -> look(newspaper.paper().feed(), newspaper.changed(timetable)));
    }

    /** What somebody would not take is brought again at the next look. */
    private void look(URI feed, Instant changed) {
        if (!changed.equals(brought.get(feed)) && hub.publish(feed)) {
            brought.put(feed, changed);
        }
    }

    /** Ends with the look that is under way. */
    @Override
    public void close() {
        closed = true;
    }
}
