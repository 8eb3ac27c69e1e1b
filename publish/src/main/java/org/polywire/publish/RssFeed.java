package org.polywire.publish;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.polywire.model.Article;
import org.polywire.model.Block.Figure;
import org.polywire.model.SourceId;

/** A listing as RSS 2.0 with the modules that say whose work each item is. */
final class RssFeed {
    private static final String MINUTES_TO_KEEP = "5";

    private final Map<SourceId, URI> sources;

    /** @param sources the feeds that articles came from, as far as they are known */
    RssFeed(Map<SourceId, URI> sources) {
        this.sources = sources;
    }

    String write(Feeds.Heading heading, List<FeedItem> items) {
        Xml xml = new Xml()
                .open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:media",
                        "http://search.yahoo.com/mrss/")
                .open("channel")
                .text("title", heading.title())
                .text("link", heading.page())
                .text("description", heading.description())
                .text("language", heading.edition().language().value())
                .text("generator", "Polywire")
                .text("docs", "https://www.rssboard.org/rss-specification")
                .text("ttl", MINUTES_TO_KEEP)
                .empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", heading.self());
        if (!heading.hub().isEmpty()) {
            xml.empty("atom:link", "rel", "hub", "href", heading.hub());
        }
        items.stream()
                .map(item -> item.copy().entry().at())
                .max(Comparator.naturalOrder())
                .ifPresent(last -> xml.text("lastBuildDate", Pages.httpDate(last)));
        items.forEach(item -> item(item, xml));
        return xml.close("channel").close("rss").toString();
    }

    private void item(FeedItem item, Xml xml) {
        Article article = item.copy().article();
        xml.open("item")
                .text("title", article.headline())
                .text("link", item.address())
                .text("guid", item.identity(), "isPermaLink", "false")
                .text("pubDate", Pages.httpDate(item.copy().entry().firstAt()))
                .text("dc:creator", item.creator())
                .text("dc:language", article.language().value());
        origin(item, xml);
        if (!article.section().isBlank()) {
            xml.text("category", article.section());
        }
        xml.text("description", item.summary()).text("content:encoded", item.content());
        item.picture().ifPresent(picture -> picture(article, picture, xml));
        xml.close("item");
    }

    /** Where it comes from: the outlet's feed if we know it, the original article in any case. */
    private void origin(FeedItem item, Xml xml) {
        URI feed = sources.get(item.copy().entry().source());
        if (feed != null) {
            xml.text("source", item.outlet(), "url", feed.toASCIIString());
        }
        item.original()
                .ifPresent(address -> xml.text("dc:source", address)
                        .empty("atom:link", "rel", "via", "href", address, "hreflang", item.originalLanguage()));
        xml.text("dc:rights", item.outlet());
        Target.ofPage(item.copy().article().licence())
                .ifPresent(licence -> xml.empty("atom:link", "rel", "license", "href", licence));
    }

    private static void picture(Article article, Image picture, Xml xml) {
        String address = picture.source();
        if (picture.width() > 0) {
            xml.open(
                    "media:content",
                    "url",
                    address,
                    "medium",
                    "image",
                    "width",
                    "" + picture.width(),
                    "height",
                    "" + picture.height());
        } else {
            xml.open("media:content", "url", address, "medium", "image");
        }
        article.leadFigure()
                .map(Figure::credit)
                .filter(credit -> !credit.isBlank())
                .ifPresent(credit -> xml.text("media:credit", credit, "role", "photographer"));
        xml.close("media:content");
    }
}
