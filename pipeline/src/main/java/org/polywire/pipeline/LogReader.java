package org.polywire.pipeline;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.polywire.model.Publication;
import org.polywire.store.Store;

/** The publication log from one entry to its end as it is when it is reached, a batch in memory at a time. Not for several threads. */
final class LogReader implements Iterator<Publication> {
    private static final int BATCH = 200;

    private final Store store;
    private final Queue<Publication> read = new ArrayDeque<>();
    private long after;

    LogReader(Store store, long after) {
        this.store = store;
        this.after = after;
    }

    @Override
    public boolean hasNext() {
        if (read.isEmpty()) {
            read.addAll(store.read(transaction -> transaction.log().after(after, BATCH)));
        }
        return !read.isEmpty();
    }

    @Override
    public Publication next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Publication next = read.remove();
        after = next.entry().sequence();
        return next;
    }
}
