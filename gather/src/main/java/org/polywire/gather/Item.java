package org.polywire.gather;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, a sitemap or a section page.
 *
 * @param address where its page is, absolute
 * @param identity its guid or id, or its address if it has none
 * @param title plain text, may be empty
 * @param published when it appeared or, if the feed does not say, when it last changed; null if it says neither
 * @param updated when it last changed; null if it does not say
 * @param summary its words beside the title, plain text; empty if none
 * @param licence the address of the licence that it states for itself; empty if none
 */
public record Item(
        URI address,
        String identity,
        String title,
        @Nullable Instant published,
        @Nullable Instant updated,
        String summary,
        String licence) {

    /** An item that says nothing more. */
    public Item(URI address, String identity, String title, @Nullable Instant published) {
        this(address, identity, title, published, null, "", "");
    }
}
