package org.polywire.gather;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.polywire.model.Capture;

/** Finds where the feeds and sitemaps of a site may be, given one of its pages. Never throws, whatever the bytes. */
public final class FeedFinder {
    private static final List<String> WELL_KNOWN = List.of(
            "/feed",
            "/feed/",
            "/rss",
            "/rss.xml",
            "/feed.xml",
            "/atom.xml",
            "/index.xml",
            "/feed.json",
            "/feeds",
            "/rss/");

    private static final List<String> SITEMAPS = List.of(
            "/news-sitemap.xml",
            "/sitemap-news.xml",
            "/sitemap_news.xml",
            "/sitemap.xml",
            "/sitemap_index.xml",
            "/sitemap.xml.gz");

    private static final int MOST_DECLARED = 20;

    private FeedFinder() {}

    /** The feeds that a page declares, in its order, then those that the head of the answer does (RFC 8288). */
    public static List<URI> declared(Capture page) {
        Document document = Parser.htmlParser()
                .parseInput(Decoding.text(page), page.address().toString());
        URI base = base(document, page.address());
        Stream<URI> inPage = document.select("link[rel][href]").stream()
                .filter(link -> isFeed(List.of(words(link.attr("rel"))), link.attr("type")))
                .flatMap(link -> Links.resolve(base, link.attr("href")).stream());
        Stream<URI> inHead = LinkField.all(page.headers(), page.address()).stream()
                .filter(link -> isFeed(link.relations(), link.type()))
                .map(LinkField::target);
        return Stream.concat(inPage, inHead).distinct().limit(MOST_DECLARED).toList();
    }

    /** Where sites usually keep their feeds, likeliest first. */
    public static List<URI> usual(URI site) {
        return WELL_KNOWN.stream().map(Authority.of(site)::resolve).toList();
    }

    /** Where sites usually keep their sitemaps, those of news first. */
    public static List<URI> usualSitemaps(URI site) {
        return SITEMAPS.stream().map(Authority.of(site)::resolve).toList();
    }

    /** Whether a sitemap is, by its name, one of news. */
    public static boolean isNewsSitemap(URI sitemap) {
        return Sitemap.isNews(sitemap.toString());
    }

    static URI base(Document document, URI address) {
        Element base = document.selectFirst("base[href]");
        return base == null
                ? address
                : Links.resolve(address, base.attr("href")).orElse(address);
    }

    private static String[] words(String relations) {
        return relations.toLowerCase(Locale.ROOT).split("\\s+");
    }

    private static boolean isFeed(List<String> relations, String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        return relations.contains("feed")
                || relations.contains("alternate")
                        && Stream.of(
                                        "rss+xml",
                                        "atom+xml",
                                        "rdf+xml",
                                        "feed+json",
                                        "application/json",
                                        "text/xml",
                                        "application/xml")
                                .anyMatch(type::contains);
    }
}
