package org.polywire.gather;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed.
 *
 * @param address where its page is, absolute
 * @param identity its guid or id, or its address if it has none
 * @param title plain text, may be empty
 * @param published when it appeared or, if the feed does not say, when it last changed; null if it says neither
 */
public record Item(
        URI address,
        String identity,
        String title,
        @Nullable Instant published) {}
