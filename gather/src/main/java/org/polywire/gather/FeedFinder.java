package org.polywire.gather;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.polywire.model.Capture;

/** Finds where the feeds of a site may be, given one of its pages. Never throws, whatever the bytes. */
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

    private static final int MOST_DECLARED = 20;

    private FeedFinder() {}

    /** Addresses to try, best first: the feeds that the page declares, then where sites usually keep theirs. */
    public static List<URI> candidates(Capture page) {
        Document document = Parser.htmlParser()
                .parseInput(Decoding.text(page), page.address().toString());
        URI base = base(document, page.address());
        Stream<URI> declared = document.select("link[rel][href]").stream()
                .filter(FeedFinder::isFeed)
                .flatMap(link -> Links.resolve(base, link.attr("href")).stream())
                .distinct()
                .limit(MOST_DECLARED);
        Stream<URI> wellKnown = WELL_KNOWN.stream().map(Authority.of(page.address())::resolve);
        return Stream.concat(declared, wellKnown).distinct().toList();
    }

    private static URI base(Document document, URI address) {
        Element base = document.selectFirst("base[href]");
        return base == null
                ? address
                : Links.resolve(address, base.attr("href")).orElse(address);
    }

    private static boolean isFeed(Element link) {
        List<String> relations =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"));
        String type = link.attr("type").toLowerCase(Locale.ROOT);
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
