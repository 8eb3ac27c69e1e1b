package org.polywire.samples;

import java.net.URI;
import java.time.Instant;

/**
 * Something that happens at the sample press.
 *
 * @param at when it is due; a change waits longer if its article was not fetched before
 */
public record Event(Instant at, Kind kind, String paper, URI article) {
    public enum Kind {
        /** The article appears, with its feed entry. */
        RELEASED,
        /** Its text, headline and dates change, and its feed entry with them. */
        CORRECTED,
        /** Its dates and validators change; not a word of it does. */
        TOUCHED,
        /** Its page answers 410 and its feed entry is gone. */
        WITHDRAWN
    }
}
