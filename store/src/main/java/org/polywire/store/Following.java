package org.polywire.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection outside the store (the search index, a connector) has followed the publication log.
 *
 * @param name of the projection; stable
 * @param sequence of the last entry that it is done with
 * @param renew whether it was asked to be made anew from the whole log
 * @param failures in a row at the next entry
 * @param failingSince when the first of them was
 * @param nextTry not before this time
 * @param code of the last failure, stable; empty after a success
 * @param detail of the last failure, in words
 */
public record Following(
        String name,
        long sequence,
        boolean renew,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant nextTry,
        String code,
        String detail,
        @Nullable Instant lastSuccess) {

    /** One that begins with the log's first entry. */
    public static Following from(String name, long sequence) {
        return new Following(name, sequence, false, 0, null, null, "", "", null);
    }

    /** Done with everything up to an entry. */
    public Following done(long upTo, Instant now) {
        return new Following(name, upTo, false, 0, null, null, "", "", now);
    }

    /** It could not go on, and will try again. */
    public Following failed(String newCode, String newDetail, Instant now, Instant again) {
        Instant since = failingSince == null ? now : failingSince;
        return new Following(name, sequence, renew, failures + 1, since, again, newCode, newDetail, lastSuccess);
    }
}
