package org.polywire.model;

import java.net.URI;

/** The publication that an article comes from, as it is credited. */
public record Outlet(String name, URI home) {
    public Outlet {
        Absolute.require(home);
    }
}
