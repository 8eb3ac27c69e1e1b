package org.polywire.pipeline;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.polywire.model.Publication;
import org.polywire.search.SearchIndex;
import org.polywire.search.SearchIndex.IndexInUse;
import org.polywire.store.Following;
import org.polywire.store.Store;
import org.polywire.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the search index at the end of the log. How far it is the index itself knows; the store's note only saves opening an index
 * that is up to date, and carries the request for a rebuild.
 */
final class SearchFollower implements Follower {
    static final String NAME = "search";

    private static final Logger LOG = LoggerFactory.getLogger(SearchFollower.class);
    /** So few that a stop waits for them: an interrupt would close the index's files under Lucene. */
    private static final int BATCH = 100;

    private static final Duration AFTER_ERROR = Duration.ofMinutes(1);

    private final Store store;
    private final SearchIndex index;
    private final InstantSource clock;
    private volatile boolean ending;

    SearchFollower(Store store, SearchIndex index, InstantSource clock) {
        this.store = store;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> advance() {
        Following known = following();
        try {
            if (known.renew()) {
                index.rebuild(new LogReader(store, 0), done -> goOn());
                note(true);
            }
            catchUp();
            return Optional.empty();
        } catch (Ended e) {
            return Optional.empty();
        } catch (UncheckedIOException | IndexInUse e) {
            LOG.warn("the search index cannot be written to", e);
            Instant again = clock.instant().plus(AFTER_ERROR);
            store.write(transaction -> transaction
                    .projections()
                    .save(following(transaction)
                            .failed("INDEX_FAILED", String.valueOf(e.getMessage()), clock.instant(), again)));
            return Optional.of(again);
        }
    }

    @Override
    public void end() {
        ending = true;
    }

    /** Breaks a rebuild off, which then leaves no trace and is still asked for. */
    private void goOn() {
        if (ending) {
            throw new Ended();
        }
    }

    /** There is no time for the rest. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ended() {
            super(null, null, false, false);
        }
    }

    private void catchUp() {
        if (index.exists() && following().sequence() >= last()) {
            return;
        }
        List<Publication> entries = after(index.cursor());
        while (!entries.isEmpty() && !ending) {
            index.apply(entries);
            entries = after(index.cursor());
        }
        note(false);
    }

    private Following following() {
        return store.read(SearchFollower::following);
    }

    private static Following following(Transaction transaction) {
        return transaction.projections().find(NAME).orElseGet(() -> Following.from(NAME, 0));
    }

    /** A request for a rebuild that came meanwhile stays. */
    private void note(boolean rebuilt) {
        long cursor = index.cursor();
        store.write(transaction -> {
            Following known = following(transaction);
            if (rebuilt || !known.renew()) {
                transaction.projections().save(known.done(cursor, clock.instant()));
            }
        });
    }

    private long last() {
        return store.read(transaction -> transaction.log().lastSequence());
    }

    private List<Publication> after(long sequence) {
        return store.read(transaction -> transaction.log().after(sequence, BATCH));
    }
}
