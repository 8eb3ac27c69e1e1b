package org.polywire.gather;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself beside its items.
 *
 * @param rights its copyright notice, plain text; empty if none
 * @param licence the address of the licence for all its items; empty if none
 * @param hubs that tell of its news (WebSub), in the order of the feed
 * @param self its own permanent address, the topic under which hubs know it; null if it does not say
 */
public record FeedNotes(
        String rights,
        String licence,
        List<URI> hubs,
        @Nullable URI self,
        FeedPace pace) {
    public static final FeedNotes NONE = new FeedNotes("", "", List.of(), null, FeedPace.ANY);

    public FeedNotes {
        hubs = List.copyOf(hubs);
    }
}
