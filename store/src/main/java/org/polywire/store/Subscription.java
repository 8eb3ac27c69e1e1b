package org.polywire.store;

import java.net.URI;
import java.time.Instant;

/**
 * Somebody who follows one of our feeds through the hub.
 *
 * @param topic the feed's address
 * @param secret for signing; empty if none was given
 * @param leaseEnd when it ends unless it is renewed
 * @param delivered the entity tag of the feed as it was last delivered; empty if it never was
 * @param failures in a row
 * @param nextTry no delivery before this time
 */
public record Subscription(
        URI callback, URI topic, String secret, Instant leaseEnd, String delivered, int failures, Instant nextTry) {

    public Subscription delivered(String tag) {
        return new Subscription(callback, topic, secret, leaseEnd, tag, 0, Instant.EPOCH);
    }

    public Subscription failed(Instant again) {
        return new Subscription(callback, topic, secret, leaseEnd, delivered, failures + 1, again);
    }

    @Override
    public String toString() {
        return callback + " follows " + topic;
    }
}
