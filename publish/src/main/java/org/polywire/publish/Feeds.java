package org.polywire.publish;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.SourceId;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Format;
import org.polywire.publish.Resource.Front;
import org.polywire.publish.Resource.Listing;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.Search;
import org.polywire.publish.Resource.SearchFeed;
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
     * @param hub where its changes can be subscribed to; empty if they cannot
     * @param page that it follows
     */
    record Heading(Edition edition, String title, String description, String self, String hub, String page) {}

    /** @param carried the newest first */
    Page write(Feed feed, Wording wording, List<Publication> carried) {
        List<FeedItem> items = items(feed.listing().edition(), wording, carried);
        Heading heading = new Heading(
                feed.listing().edition(),
                title(feed.listing(), items),
                description(wording),
                addresses.absolute(feed).toASCIIString(),
                addresses.hub(),
                addresses.absolute(feed.listing()).toASCIIString());
        return write(feed.format(), heading, items, carried);
    }

    /** What a search finds; no hub tells of it. */
    Page write(SearchFeed feed, SearchTerms terms, Wording wording, List<Publication> carried) {
        Edition edition = feed.edition();
        String query = "?" + terms.feedQuery();
        Heading heading = new Heading(
                edition,
                edition.title() + " – " + wording.say("search") + ": " + terms.plain(),
                description(wording),
                addresses.absolute(feed).toASCIIString() + query,
                "",
                addresses.absolute(new Search(edition)).toASCIIString() + query);
        return write(feed.format(), heading, items(edition, wording, carried), carried);
    }

    private List<FeedItem> items(Edition edition, Wording wording, List<Publication> carried) {
        return Copy.all(edition, carried, config).stream()
                .map(copy -> FeedItem.of(copy, wording, config, addresses))
                .toList();
    }

    private String description(Wording wording) {
        return wording.say("feed.description", Map.of("operator", config.operator()));
    }

    private Page write(Format format, Heading heading, List<FeedItem> items, List<Publication> carried) {
        String text = switch (format) {
            case RSS -> new RssFeed(sources).write(heading, items);
            case ATOM -> new AtomFeed(config, addresses, sources).write(heading, items, carried);
            case JSON -> new JsonFeed(config, sources).write(heading, items);
        };
        return Pages.feed(format.type(), heading.edition().language(), carried, text);
    }

    /** Named as its articles name it. */
    private static String title(Listing listing, List<FeedItem> items) {
        String title = listing.edition().title();
        return switch (listing) {
            case Front front -> title;
            case Section section ->
                items.isEmpty()
                        ? title
                        : title + " – "
                                + Directory.sectionName(
                                        items.stream().map(FeedItem::copy).toList());
            case Origin origin ->
                items.isEmpty() ? title : title + " – " + items.getFirst().outlet();
        };
    }
}
