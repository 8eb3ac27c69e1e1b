package org.polywire.model;

import java.net.URI;

/** A site or feed that is followed. */
public record Source(SourceId id, String name, URI home, URI feed, Grant grant) {
    public Source {
        Absolute.require(home);
        Absolute.require(feed);
    }

    public Outlet outlet() {
        return new Outlet(name, home);
    }
}
