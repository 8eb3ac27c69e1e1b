package org.polywire.pipeline;

import java.time.Instant;
import java.util.Optional;

/** Something outside the store that follows the publication log. */
interface Follower {
    String name();

    /**
     * Goes on as far as it can. Called by one thread, again and again; failures are its own to remember.
     *
     * @return when it wants to be called at the latest; empty if only a new entry makes sense of it
     */
    Optional<Instant> advance();

    /** Asks it, from another thread, to leave for the next start what it has not begun; whoever waits long may interrupt it then. */
    default void end() {}
}
