package org.polywire.gather;

import java.net.URI;

/** Where answers come from: the network, an archive, or the network while an archive is written. */
interface Web extends AutoCloseable {
    /**
     * Asks for one address, once, and follows nothing.
     *
     * @param limit the most bytes of a body that are kept
     */
    Answer get(URI address, Validators validators, int limit, Deadline deadline);

    @Override
    void close();
}
