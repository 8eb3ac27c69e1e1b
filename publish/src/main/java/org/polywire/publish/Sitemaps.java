package org.polywire.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polywire.model.Edition;
import org.polywire.model.Publication.Entry;
import org.polywire.publish.Resource.NewsSitemap;
import org.polywire.publish.Resource.Sitemap;
import org.polywire.publish.Resource.Text;

/**
 * What search engines may list (sitemaps.org 0.9, and Google's extension for news): articles of sources that are open to them,
 * and nothing that a page forbids to index.
 */
final class Sitemaps {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    /** Of addresses in a file, by the protocol. */
    private static final int LONGEST = 50_000;

    /** Of articles in a news sitemap, and how old they may be, by Google's rules. */
    private static final int LONGEST_NEWS = 1_000;

    private static final Duration NEWS_AGE = Duration.ofDays(2);

    private final SiteConfig config;
    private final Addresses addresses;

    Sitemaps(SiteConfig config, Addresses addresses) {
        this.config = config;
        this.addresses = addresses;
    }

    /** @param months those in which each edition has indexed articles */
    Page index(Map<Edition, ? extends Set<YearMonth>> months) {
        Xml xml = new Xml().open("sitemapindex", "xmlns", NAMESPACE);
        config.editions().forEach(edition -> {
            Set<YearMonth> present = months.containsKey(edition) ? months.get(edition) : Set.of();
            present.forEach(month -> entry("sitemap", new Sitemap(edition, month), xml));
            if (!present.isEmpty()) {
                entry("sitemap", new NewsSitemap(edition), xml);
            }
        });
        return page(xml.close("sitemapindex"));
    }

    /** @param entries of one month, all of them of sources that may be indexed */
    Page month(Edition edition, List<Entry> entries) {
        Xml xml = new Xml().open("urlset", "xmlns", NAMESPACE);
        entries.stream()
                .limit(LONGEST)
                .forEach(entry -> xml.open("url")
                        .text("loc", address(new Text(edition, entry.article())))
                        .text("lastmod", entry.at().toString())
                        .close("url"));
        return page(xml.close("urlset"));
    }

    /** @param copies of sources that may be indexed, the newest first */
    Page news(Edition edition, List<Copy> copies, Instant now) {
        Xml xml = new Xml().open("urlset", "xmlns", NAMESPACE, "xmlns:news", NEWS);
        copies.stream()
                .filter(copy -> copy.entry().firstAt().isAfter(now.minus(NEWS_AGE)))
                .limit(LONGEST_NEWS)
                .forEach(copy -> xml.open("url")
                        .text("loc", address(copy.resource()))
                        .open("news:news")
                        .open("news:publication")
                        .text("news:name", edition.title())
                        .text("news:language", newsLanguage(edition))
                        .close("news:publication")
                        .text("news:publication_date", copy.entry().firstAt().toString())
                        .text("news:title", copy.article().headline())
                        .close("news:news")
                        .close("url"));
        return page(xml.close("urlset"));
    }

    /** ISO 639, two or three letters; Chinese alone is told apart by its writing, as Google has it. */
    private static String newsLanguage(Edition edition) {
        String language = edition.language().language();
        return language.equals("zh") ? "zh-cn" : language;
    }

    private void entry(String element, Resource resource, Xml xml) {
        xml.open(element).text("loc", address(resource)).close(element);
    }

    private String address(Resource resource) {
        return addresses.absolute(resource).toASCIIString();
    }

    private static Page page(Xml xml) {
        return Pages.asset("application/xml; charset=utf-8", Pages.Freshness.TEXT, xml.toString());
    }
}
