package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.polywire.connect.Connector;
import org.polywire.search.SearchIndex;
import org.polywire.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the publication log to all that follows it outside the store: the search index and the connectors. Each goes at its own
 * speed and stops at its own obstacles.
 *
 * <p>Safe to share between threads. Begins with {@link #start}, and is closed before its newsroom.
 */
public final class Distribution implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Distribution.class);

    /** Requests from other processes (rebuild, replay) are noticed within this time. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** What comes within this time after the first goes on together: a commit of the search index costs more than an entry. */
    private static final Duration GATHERING = Duration.ofMillis(200);

    /** What is interrupted has this long to put things down. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration AFTER_ERROR = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Duration deadline;
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param anew the connectors that begin with the log's first entry when they are new; the others begin with the next
     * @param deadline how long {@link #close} waits for what is under way
     */
    public Distribution(
            Newsroom newsroom,
            SearchIndex index,
            List<Connector> connectors,
            Set<String> anew,
            InstantSource clock,
            RandomGenerator random,
            Duration deadline) {
        this.clock = clock;
        this.deadline = deadline;
        Store store = newsroom.store();
        lines.add(new Line(new SearchFollower(store, index, clock)));
        connectors.forEach(connector -> lines.add(
                new Line(new ConnectorFollower(store, connector, anew.contains(connector.name()), clock, random))));
        newsroom.listen(event -> wake());
    }

    /** Has the hub's subscribers follow, too; to be called before {@link #start}. */
    public void bring(Subscribers subscribers) {
        lines.add(new Line(subscribers));
    }

    public void start() {
        lines.forEach(Line::start);
    }

    /** Has everything look at once whether there is something new. */
    void wake() {
        lines.forEach(Line::wake);
    }

    /** Stops in order; what is cut off by the deadline is done again after the next start. */
    @Override
    public void close() {
        lines.forEach(Line::stop);
        long end = System.nanoTime() + deadline.toNanos();
        lines.forEach(line -> line.await(end));
    }

    /** A follower and the thread that drives it. */
    private final class Line implements Runnable {
        private final Follower follower;
        private final Thread thread;
        private final Semaphore news = new Semaphore(0);
        private volatile boolean stopped;

        Line(Follower follower) {
            this.follower = follower;
            thread = Thread.ofVirtual().name("projection-" + follower.name()).unstarted(this);
        }

        void start() {
            thread.start();
        }

        void wake() {
            news.release();
        }

        void stop() {
            stopped = true;
            follower.end();
            wake();
        }

        void await(long end) {
            try {
                Duration left = Duration.ofNanos(end - System.nanoTime());
                if (thread.isAlive() && !thread.join(left.isPositive() ? left : Duration.ofMillis(1))) {
                    thread.interrupt();
                    LOG.info("{} was cut off", follower.name());
                    // What it works with is closed next.
                    thread.join(GRACE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void run() {
            while (!stopped) {
                Optional<Instant> next = advance();
                try {
                    Duration wait = next.map(time -> Duration.between(clock.instant(), time))
                            .filter(pause -> pause.compareTo(LOOK) < 0)
                            .orElse(LOOK);
                    if (news.tryAcquire(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)) {
                        Thread.sleep(GATHERING);
                        news.drainPermits();
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private Optional<Instant> advance() {
            try {
                return follower.advance();
            } catch (RuntimeException e) {
                if (stopped) {
                    LOG.info("{} was cut off: {}", follower.name(), e.getMessage());
                } else {
                    LOG.error("{} made an error", follower.name(), e);
                }
                return Optional.of(clock.instant().plus(AFTER_ERROR));
            }
        }
    }
}
