package org.polywire.publish;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.polywire.model.Dates;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.SourceId;

/** A listing as Atom 1.0 (RFC 4287), with a tombstone for what was withdrawn (RFC 6721). */
final class AtomFeed {
    private final SiteConfig config;
    private final Addresses addresses;
    private final Map<SourceId, URI> sources;

    /** @param sources the feeds that articles came from, as far as they are known */
    AtomFeed(SiteConfig config, Addresses addresses, Map<SourceId, URI> sources) {
        this.config = config;
        this.addresses = addresses;
        this.sources = sources;
    }

    String write(Feeds.Heading heading, List<FeedItem> items, List<Publication> publications) {
        Edition edition = heading.edition();
        Xml xml = new Xml()
                .open(
                        "feed",
                        "xmlns",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:at",
                        "http://purl.org/atompub/tombstones/1.0",
                        "xml:lang",
                        edition.language().value())
                .text("id", heading.self())
                .text("title", heading.title())
                .text("subtitle", heading.description())
                .text("updated", updated(publications).toString())
                .empty("link", "rel", "self", "type", "application/atom+xml", "href", heading.self())
                .empty("link", "rel", "alternate", "type", "text/html", "href", heading.page());
        if (!heading.hub().isEmpty()) {
            xml.empty("link", "rel", "hub", "href", heading.hub());
        }
        author(config.operator(), xml);
        xml.text("generator", "Polywire");
        items.forEach(item -> entry(item, xml));
        publications.forEach(publication -> tombstone(edition, publication, xml));
        return xml.close("feed").toString();
    }

    /** When anything last changed; the beginning of time for a feed that has had nothing yet. */
    private static Instant updated(List<Publication> publications) {
        return publications.stream()
                .map(publication -> publication.entry().at())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private void entry(FeedItem item, Xml xml) {
        Copy copy = item.copy();
        xml.open("entry")
                .text("id", item.identity())
                .text("title", copy.article().headline())
                .text("updated", copy.entry().at().toString())
                .text("published", copy.entry().firstAt().toString());
        author(item.creator(), xml);
        links(item, xml);
        if (!copy.article().section().isBlank()) {
            xml.empty("category", "term", copy.article().section());
        }
        xml.text("rights", item.outlet());
        source(item, xml);
        xml.text(
                        "content",
                        item.content(),
                        "type",
                        "html",
                        "xml:lang",
                        copy.language().value())
                .close("entry");
    }

    private static void links(FeedItem item, Xml xml) {
        xml.empty(
                "link",
                "rel",
                "alternate",
                "type",
                "text/html",
                "hreflang",
                item.copy().language().value(),
                "href",
                item.address());
        item.original()
                .ifPresent(address ->
                        xml.empty("link", "rel", "via", "hreflang", item.originalLanguage(), "href", address));
        Target.ofPage(item.copy().article().licence())
                .ifPresent(licence -> xml.empty("link", "rel", "license", "href", licence));
    }

    /** What the source's feed says of itself, as far as we keep it. */
    private void source(FeedItem item, Xml xml) {
        Copy copy = item.copy();
        URI feed = sources.getOrDefault(
                copy.entry().source(), copy.article().outlet().home());
        xml.open("source");
        Target.ofPage(feed).ifPresent(id -> xml.text("id", id));
        xml.text("title", item.outlet()).text("updated", original(copy).toString());
        author(item.outlet(), xml);
        xml.close("source");
    }

    private static Instant original(Copy copy) {
        Dates dates = copy.article().dates();
        if (dates.modified() != null) {
            return dates.modified().toInstant();
        }
        return dates.published() == null
                ? copy.entry().firstAt()
                : dates.published().toInstant();
    }

    private void tombstone(Edition edition, Publication publication, Xml xml) {
        if (publication instanceof Withdrawn(Entry entry, var reason)) {
            Resource.Text text = new Resource.Text(edition, entry.article());
            xml.empty(
                    "at:deleted-entry",
                    "ref",
                    FeedItem.identity(addresses, text, entry.firstAt().atOffset(ZoneOffset.UTC)),
                    "when",
                    entry.at().toString());
        }
    }

    private static void author(String name, Xml xml) {
        xml.open("author").text("name", name).close("author");
    }
}
