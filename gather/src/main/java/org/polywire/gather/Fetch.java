package org.polywire.gather;

import java.time.Duration;
import org.polywire.model.Capture;
import org.polywire.model.Reason;

/** How a fetch ended. */
public sealed interface Fetch {

    /**
     * The server sent the document.
     *
     * @param validators to be sent with the next request for it
     */
    record Fetched(Capture capture, Validators validators) implements Fetch {}

    /** The version that the request named is still the current one. */
    record NotModified(Validators validators) implements Fetch {}

    /** It may not be fetched, or never will be; asking again is of no use. */
    record Refused(Reason reason, String detail) implements Fetch {}

    /**
     * It could not be fetched this time.
     *
     * @param detail what happened, for the operator; never text of the answer
     * @param retryAfter how long to stay away, at most a day; zero if nobody said
     */
    record Failed(Reason reason, String detail, Duration retryAfter) implements Fetch {
        Failed(Reason reason, String detail) {
            this(reason, detail, Duration.ZERO);
        }
    }
}
