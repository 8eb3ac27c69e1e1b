package org.polywire.gather;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.polywire.model.Capture;

/**
 * Where a feed says that its news are brought without asking: a hub, and the topic by which the hub knows the feed (WebSub, W3C
 * Recommendation of 23 January 2018, section 4).
 *
 * @param topic the feed's own address as the feed writes it, not the one that it was fetched from
 */
public record HubOffer(URI hub, URI topic) {
    /** What the head of an answer offers or, if it names no hub, the document itself; of several hubs the first. */
    public static Optional<HubOffer> of(Capture capture, FeedNotes notes) {
        List<URI> header =
                LinkField.related(capture.headers(), capture.address(), "hub").toList();
        return header.stream()
                .findFirst()
                .or(() -> notes.hubs().stream().findFirst())
                .map(hub -> new HubOffer(hub, topic(capture, notes)));
    }

    /** A feed that names a hub and not itself breaks the standard; it means the address that it was fetched from. */
    private static URI topic(Capture capture, FeedNotes notes) {
        return LinkField.related(capture.headers(), capture.address(), "self")
                .findFirst()
                .or(() -> Optional.ofNullable(notes.self()))
                .orElse(capture.address());
    }
}
