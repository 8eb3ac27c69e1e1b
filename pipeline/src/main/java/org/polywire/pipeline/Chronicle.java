package org.polywire.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.polywire.store.Event;
import org.polywire.store.Store;
import org.polywire.store.Transaction;

/**
 * Changes the memory and tells who listens, in this order: nobody hears of what is not on the disk.
 *
 * <p>Safe to share between threads; listeners are called on the thread that made the change.
 */
final class Chronicle {
    private final Store store;
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    Chronicle(Store store) {
        this.store = store;
    }

    void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }

    /** One transaction, which may note events. */
    void write(BiConsumer<Transaction, Consumer<Event>> change) {
        List<Event> events = new ArrayList<>();
        store.write(transaction -> {
            events.clear();
            change.accept(transaction, event -> {
                transaction.history().add(event);
                events.add(event);
            });
        });
        events.forEach(event -> listeners.forEach(listener -> listener.accept(event)));
    }
}
