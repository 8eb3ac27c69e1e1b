package org.polywire.model;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item seen in a source's feed.
 *
 * @param address the item's link, absolute, as the feed gives it
 * @param identity what the feed calls the item (guid, atom:id), or the address where it calls it nothing
 * @param title plain text, may be empty
 * @param published when the feed says that the item appeared, if it says so
 * @param seen when we saw it
 */
public record Sighting(
        SourceId source,
        URI address,
        String identity,
        String title,
        @Nullable Instant published,
        Instant seen) {
    public Sighting {
        Absolute.require(address);
    }
}
