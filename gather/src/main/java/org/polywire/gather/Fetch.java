package org.polywire.gather;

import java.time.Duration;
import java.util.List;
import org.polywire.model.Capture;
import org.polywire.model.Reason;
import org.polywire.model.Signal;

/** How a fetch ended. */
public sealed interface Fetch {

    /**
     * The server sent the document.
     *
     * @param validators to be sent with the next request for it
     * @param signals what the site and the head of the answer say about its use; for pages only
     * @param moved whether nothing but permanent redirects led to the capture's address, and at least one did
     */
    record Fetched(Capture capture, Validators validators, List<Signal> signals, boolean moved) implements Fetch {
        public Fetched {
            signals = List.copyOf(signals);
        }
    }

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
