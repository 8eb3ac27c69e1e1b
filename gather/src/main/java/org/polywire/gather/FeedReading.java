package org.polywire.gather;

import java.net.URI;
import java.util.List;
import org.polywire.model.Reason;

/** What a document that should list news holds. */
public sealed interface FeedReading {

    /**
     * A feed of any kind, a sitemap or a section page.
     *
     * @param title plain text; empty if it has none
     * @param home the page that the feed belongs to; the root of its site if it names none
     * @param language as the feed writes it; empty if it does not say
     * @param items in the order of the feed; those of a sitemap the newest first
     */
    record Feed(String title, URI home, String language, FeedNotes notes, List<Item> items) implements FeedReading {
        public Feed {
            items = List.copyOf(items);
        }

        /** A feed that says nothing more of itself. */
        public Feed(String title, URI home, String language, List<Item> items) {
            this(title, home, language, FeedNotes.NONE, items);
        }
    }

    /**
     * A sitemap index.
     *
     * @param parts the sitemaps to read, those that are likeliest to hold news first; at most three
     */
    record Index(List<URI> parts) implements FeedReading {
        public Index {
            parts = List.copyOf(parts);
        }
    }

    /** Something else, or more than is read. */
    record NotAFeed(Reason reason, String detail) implements FeedReading {}
}
