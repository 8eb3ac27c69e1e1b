package org.polywire.gather;

import java.time.Duration;

/**
 * What a server said of the version it sent, word for word, to be sent back with the next request (RFC 9110, section 8.8).
 * An empty string stands for what it did not say.
 *
 * @param fresh how long the version may be used without asking again (RFC 9111, section 4.2); zero if it does not say
 */
public record Validators(String etag, String lastModified, Duration fresh) {
    public static final Validators NONE = new Validators("", "");

    /** Validators as they are sent back. */
    public Validators(String etag, String lastModified) {
        this(etag, lastModified, Duration.ZERO);
    }

    boolean sayNothing() {
        return etag.isEmpty() && lastModified.isEmpty();
    }
}
