package org.polywire.model;

import java.net.URI;

/** The rule that addresses in the model are absolute. */
final class Absolute {
    private Absolute() {}

    static void require(URI address) {
        if (!address.isAbsolute()) {
            throw new IllegalArgumentException("relative address: " + address);
        }
    }
}
