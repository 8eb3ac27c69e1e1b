package org.polywire.gather;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.model.Capture;

/**
 * Where a feed says that its news are brought without asking: its hubs, and the topic by which they know the feed (WebSub, W3C
 * Recommendation of 23 January 2018, section 4). A subscriber may ask any of them.
 *
 * @param hubs in the order in which they are named, each once; never empty
 * @param topic the feed's own address as the feed writes it, not the one that it was fetched from
 */
public record HubOffer(List<URI> hubs, URI topic) {
    /** More than anybody needs; the rest is not asked. */
    private static final int MOST = 5;

    public HubOffer {
        hubs = List.copyOf(hubs);
    }

    /** What the head of an answer offers or, if it names no hub, the document itself. */
    public static Optional<HubOffer> of(Capture capture, FeedNotes notes) {
        List<URI> header = distinct(LinkField.related(capture.headers(), capture.address(), "hub"));
        List<URI> hubs = header.isEmpty() ? distinct(notes.hubs().stream()) : header;
        return hubs.isEmpty() ? Optional.empty() : Optional.of(new HubOffer(hubs, topic(capture, notes)));
    }

    private static List<URI> distinct(Stream<URI> hubs) {
        return hubs.distinct().limit(MOST).toList();
    }

    /** A feed that names a hub and not itself breaks the standard; it means the address that it was fetched from. */
    private static URI topic(Capture capture, FeedNotes notes) {
        return LinkField.related(capture.headers(), capture.address(), "self")
                .findFirst()
                .or(() -> Optional.ofNullable(notes.self()))
                .orElse(capture.address());
    }
}
