package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.polywire.gather.HostMemory;
import org.polywire.store.HostFiles.Kept;
import org.polywire.store.Store;

/** What sites say of themselves, kept in the store. */
final class StoredHosts implements HostMemory {
    /** Nobody asks for what is older: rules that cannot be renewed hold for 30 days (RFC 9309, section 2.3.1.4). */
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Store store;

    private StoredHosts(Store store) {
        this.store = store;
    }

    /** Forgets what is too old to be of use. */
    static StoredHosts in(Store store, Instant now) {
        store.write(transaction -> transaction.hostFiles().expire(now.minus(LONGEST)));
        return new StoredHosts(store);
    }

    @Override
    public Optional<HostFile> recall(String authority, String name) {
        return store.read(transaction -> transaction.hostFiles().find(authority, name))
                .map(kept -> new HostFile(kept.type(), kept.content(), kept.read()));
    }

    @Override
    public void keep(String authority, String name, HostFile file) {
        Kept kept = new Kept(file.contentType(), file.content(), file.read());
        store.note(transaction -> transaction.hostFiles().save(authority, name, kept));
    }
}
