package org.polywire.model;

import java.net.URI;
import java.time.Instant;

/**
 * The bytes fetched from an address, with what the server said about them.
 *
 * @param requested the address that was asked for
 * @param address the address that answered, after redirects
 * @param body decompressed, as sent
 * @param at when the answer came
 */
public record Capture(URI requested, URI address, Headers headers, Bytes body, Instant at) {
    public Capture {
        Absolute.require(requested);
        Absolute.require(address);
    }
}
