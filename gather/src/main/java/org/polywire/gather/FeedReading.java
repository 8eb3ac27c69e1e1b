package org.polywire.gather;

import java.net.URI;
import java.util.List;
import org.polywire.model.Reason;

/** What a document that should be a feed holds. */
public sealed interface FeedReading {

    /**
     * A feed of any kind.
     *
     * @param title plain text; empty if it has none
     * @param home the page that the feed belongs to; the root of its site if it names none
     * @param language as the feed writes it; empty if it does not say
     * @param items in the order of the feed
     */
    record Feed(String title, URI home, String language, List<Item> items) implements FeedReading {
        public Feed {
            items = List.copyOf(items);
        }
    }

    /** Something else, or more than is read. */
    record NotAFeed(Reason reason, String detail) implements FeedReading {}
}
