package org.polywire.translate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polywire.marian.MarianModel;
import org.polywire.marian.ModelsException;
import org.polywire.marian.TranslatedSentence;

/**
 * The neural models in memory: each is loaded when it is first needed, and closed when nobody has needed it for a while or others
 * need the room. Safe to share between threads.
 */
final class LoadedModels implements AutoCloseable {
    /** Where a model comes from. */
    interface Loader {
        MarianModel load(String code) throws ModelsException;
    }

    private static final class Entry {
        final MarianModel model;
        int users;
        Instant since;

        Entry(MarianModel model, Instant since) {
            this.model = model;
            this.since = since;
        }
    }

    private final Loader loader;
    private final int most;
    private final Duration idle;
    private final InstantSource clock;
    private final Map<String, Entry> entries = new HashMap<>();
    private boolean closed;

    /**
     * @param most how many are kept at once, unless more are in use at the same time
     * @param idle how long one is kept that nobody uses
     */
    LoadedModels(Loader loader, int most, Duration idle, InstantSource clock) {
        this.loader = loader;
        this.most = most;
        this.idle = idle;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException if this is closed
     */
    List<TranslatedSentence> translate(String code, List<String> sentences) throws ModelsException {
        Entry entry = take(code);
        try {
            return entry.model.translate(sentences);
        } finally {
            giveBack(entry);
        }
    }

    private synchronized Entry take(String code) throws ModelsException {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        Entry entry = entries.get(code);
        if (entry == null) {
            makeRoom();
            entry = new Entry(loader.load(code), clock.instant());
            entries.put(code, entry);
        }
        entry.users++;
        return entry;
    }

    private synchronized void giveBack(Entry entry) {
        entry.users--;
        entry.since = clock.instant();
        notifyAll();
    }

    private void makeRoom() {
        Optional<String> oldest = oldestUnused();
        while (entries.size() >= most && oldest.isPresent()) {
            drop(oldest.get());
            oldest = oldestUnused();
        }
    }

    private Optional<String> oldestUnused() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().users == 0)
                .min(Comparator.comparing(entry -> entry.getValue().since))
                .map(Map.Entry::getKey);
    }

    private void drop(String code) {
        Entry entry = entries.remove(code);
        if (entry != null) {
            entry.model.close();
        }
    }

    /** Closes those that nobody has used for the given time. */
    synchronized void closeIdle() {
        Instant limit = clock.instant().minus(idle);
        entries.values().removeIf(entry -> {
            boolean old = entry.users == 0 && !entry.since.isAfter(limit);
            if (old) {
                entry.model.close();
            }
            return old;
        });
    }

    /** The pairs whose models are in memory now. */
    synchronized Set<String> codes() {
        return Set.copyOf(entries.keySet());
    }

    /** Waits for those who translate: the models' memory is not the Java machine's. */
    @Override
    public synchronized void close() {
        closed = true;
        boolean interrupted = false;
        while (entries.values().stream().anyMatch(entry -> entry.users > 0)) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        entries.values().forEach(entry -> entry.model.close());
        entries.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
