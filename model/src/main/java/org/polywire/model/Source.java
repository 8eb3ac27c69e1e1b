package org.polywire.model;

import java.net.URI;

/**
 * A site or feed that is followed.
 *
 * @param feed what is polled: a feed, a sitemap or a section page
 * @param way how it is read
 */
public record Source(SourceId id, String name, URI home, URI feed, Grant grant, Way way) {
    /** How a source's news are found. */
    public enum Way {
        /** By a feed or a sitemap; which of them, its content tells at each poll. */
        FEED,
        /** By the links on a page, for sites that have neither. */
        SECTION
    }

    public Source {
        Absolute.require(home);
        Absolute.require(feed);
    }

    /** A source that is followed by its feed or sitemap. */
    public Source(SourceId id, String name, URI home, URI feed, Grant grant) {
        this(id, name, home, feed, grant, Way.FEED);
    }

    public Outlet outlet() {
        return new Outlet(name, home);
    }
}
