package org.polywire.gather;

import java.time.Instant;
import java.util.Optional;
import org.polywire.model.Bytes;

/**
 * Where a gatherer keeps what sites said of themselves (robots.txt, tdmrep.json, licences), so that nothing is asked twice within
 * its time, not even after a restart. Called by many threads.
 */
public interface HostMemory {
    /** Remembers nothing. */
    HostMemory NONE = new HostMemory() {
        @Override
        public Optional<HostFile> recall(String authority, String name) {
            return Optional.empty();
        }

        @Override
        public void keep(String authority, String name, HostFile file) {}
    };

    /**
     * A file as it was read last.
     *
     * @param authority scheme, host and port
     */
    Optional<HostFile> recall(String authority, String name);

    void keep(String authority, String name, HostFile file);

    /**
     * A file with which a site speaks of itself.
     *
     * @param content empty if there is no such file
     */
    record HostFile(String contentType, Bytes content, Instant read) {}
}
