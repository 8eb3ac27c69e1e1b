package org.polywire.gather;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.Index;

/**
 * Reads sitemaps and sitemap indexes (sitemaps.org 0.9), with the news extension
 * ({@code http://www.google.com/schemas/sitemap-news/0.9}).
 */
final class Sitemap {
    /** Of an index, no more parts than these are read in one poll. */
    static final int MOST_PARTS = 3;

    private final URI address;

    private Sitemap(URI address) {
        this.address = address;
    }

    static boolean isRoot(Element element) {
        return XmlNames.isNamed(element, "urlset") || XmlNames.isNamed(element, "sitemapindex");
    }

    static FeedReading read(Element root, URI address) {
        Sitemap sitemap = new Sitemap(address);
        return XmlNames.isNamed(root, "urlset") ? sitemap.items(root) : sitemap.parts(root);
    }

    /** Sitemaps are in no order, so that it is made here: the newest first, those without a date last. */
    private Feed items(Element root) {
        List<Item> items = named(root, "url")
                .flatMap(url -> item(url).stream())
                .sorted(Comparator.comparing(Sitemap::moment, Comparator.reverseOrder()))
                .toList();
        return new Feed(
                publication(root, "name"), Authority.of(address).resolve("/"), publication(root, "language"), items);
    }

    private static Instant moment(Item item) {
        return item.published() == null ? Instant.MIN : item.published();
    }

    private Optional<Item> item(Element url) {
        Optional<Element> news = named(url, "news").findFirst();
        @Nullable Instant changed = date(url, "lastmod");
        @Nullable
        Instant published =
                news.map(element -> date(element, "publication_date")).orElse(changed);
        String title =
                news.map(element -> PlainText.ofHtml(text(element, "title"))).orElse("");
        return link(url).map(link -> new Item(link, link.toString(), title, published, changed, "", ""));
    }

    private Optional<URI> link(Element element) {
        return Links.resolve(address, text(element, "loc").strip());
    }

    private static String publication(Element root, String name) {
        return root.stream()
                .filter(element -> XmlNames.isNamed(element, "publication"))
                .findFirst()
                .map(element -> PlainText.ofHtml(text(element, name)))
                .orElse("");
    }

    /** Sitemaps that are called news go first, then the one changed last, then the one listed last, where sites append. */
    private Index parts(Element root) {
        List<Element> all = named(root, "sitemap").toList();
        List<URI> best = all.reversed().stream()
                .sorted(Comparator.comparing((Element part) -> !isNews(text(part, "loc")))
                        .thenComparing(Sitemap::changed, Comparator.reverseOrder()))
                .flatMap(part -> link(part).stream())
                .distinct()
                .limit(MOST_PARTS)
                .toList();
        return new Index(best);
    }

    static boolean isNews(String location) {
        String lower = location.toLowerCase(Locale.ROOT);
        return lower.substring(Math.max(0, lower.indexOf('/', "https://".length())))
                .contains("news");
    }

    private static Instant changed(Element part) {
        Instant changed = date(part, "lastmod");
        return changed == null ? Instant.MIN : changed;
    }

    private static @Nullable Instant date(Element parent, String name) {
        return FeedDates.parse(text(parent, name)).orElse(null);
    }

    private static String text(Element parent, String name) {
        return named(parent, name).findFirst().map(Element::wholeText).orElse("");
    }

    private static Stream<Element> named(Element parent, String name) {
        return parent.children().stream().filter(child -> XmlNames.isNamed(child, name));
    }
}
