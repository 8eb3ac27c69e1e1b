package org.polywire.gather;

import java.net.URI;

/**
 * A wish to fetch an address.
 *
 * @param validators of the version that is already there; {@link Validators#NONE} to get it whatever it is
 */
public record Request(URI address, Validators validators, Purpose purpose) {
    /**
     * @throws IllegalArgumentException if the address is relative
     */
    public Request {
        if (!address.isAbsolute()) {
            throw new IllegalArgumentException("relative address: " + address);
        }
    }
}
