package org.polywire.gather;

/**
 * What a server said of the version it sent, word for word, to be sent back with the next request (RFC 9110, section 8.8).
 * An empty string stands for what it did not say.
 */
public record Validators(String etag, String lastModified) {
    public static final Validators NONE = new Validators("", "");
}
