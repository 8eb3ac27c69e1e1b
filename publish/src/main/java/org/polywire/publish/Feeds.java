package org.polywire.publish;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.SourceId;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Front;
import org.polywire.publish.Resource.Listing;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.Section;

/** Listings as feeds, in every format. */
final class Feeds {
    private final SiteConfig config;
    private final Addresses addresses;
    private final Map<SourceId, URI> sources;

    /** @param sources the feeds that articles came from, as far as they are known */
    Feeds(SiteConfig config, Addresses addresses, Map<SourceId, URI> sources) {
        this.config = config;
        this.addresses = addresses;
        this.sources = sources;
    }

    /**
     * What a feed says of itself.
     *
     * @param self its own address
     * @param hub where its changes can be subscribed to
     * @param page that it follows
     */
    record Heading(Feed feed, String title, String description, String self, String hub, String page) {
        Edition edition() {
            return feed.listing().edition();
        }
    }

    /** @param carried the newest first */
    Page write(Feed feed, Wording wording, List<Publication> carried) {
        Edition edition = feed.listing().edition();
        List<FeedItem> items = Copy.all(edition, carried, config).stream()
                .map(copy -> FeedItem.of(copy, wording, config, addresses))
                .toList();
        Heading heading = new Heading(
                feed,
                title(feed.listing(), items),
                wording.say("feed.description", Map.of("operator", config.operator())),
                addresses.absolute(feed).toASCIIString(),
                addresses.hub(),
                addresses.absolute(feed.listing()).toASCIIString());
        String text = switch (feed.format()) {
            case RSS -> new RssFeed(sources).write(heading, items);
            case ATOM -> new AtomFeed(config, addresses, sources).write(heading, items, carried);
            case JSON -> new JsonFeed(config, sources).write(heading, items);
        };
        return Pages.feed(feed.format().type(), edition.language(), carried, text);
    }

    /** Named as the newest article names it. */
    private static String title(Listing listing, List<FeedItem> items) {
        String title = listing.edition().title();
        return switch (listing) {
            case Front front -> title;
            case Section section ->
                items.isEmpty()
                        ? title
                        : title + " – " + items.getFirst().copy().article().section();
            case Origin origin ->
                items.isEmpty() ? title : title + " – " + items.getFirst().outlet();
        };
    }
}
