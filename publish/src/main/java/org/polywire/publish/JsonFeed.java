package org.polywire.publish;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polywire.model.Article;
import org.polywire.model.Byline;
import org.polywire.model.SourceId;
import org.polywire.publish.Feeds.Heading;

/** A listing as JSON Feed 1.1; what each item is stands in the extension {@code _polywire}. */
final class JsonFeed {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private final SiteConfig config;
    private final Map<SourceId, URI> sources;

    /** @param sources the feeds that articles came from, as far as they are known */
    JsonFeed(SiteConfig config, Map<SourceId, URI> sources) {
        this.config = config;
        this.sources = sources;
    }

    String write(Heading heading, List<FeedItem> items) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", VERSION);
        feed.put("title", heading.title());
        feed.put("home_page_url", heading.page());
        feed.put("feed_url", heading.self());
        feed.put("description", heading.description());
        feed.put("authors", List.of(Map.of("name", config.operator())));
        feed.put("language", heading.edition().language().value());
        if (!heading.hub().isEmpty()) {
            feed.put("hubs", List.of(hub(heading)));
        }
        feed.put("items", items.stream().map(this::item).toList());
        return Forms.json(feed);
    }

    private static Map<String, String> hub(Heading heading) {
        Map<String, String> hub = new LinkedHashMap<>();
        hub.put("type", "WebSub");
        hub.put("url", heading.hub());
        return hub;
    }

    private Map<String, Object> item(FeedItem item) {
        Article article = item.copy().article();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", item.identity());
        data.put("url", item.address());
        item.original().ifPresent(address -> data.put("external_url", address));
        data.put("title", article.headline());
        data.put("content_html", item.content());
        data.put("summary", item.mark());
        item.picture().ifPresent(picture -> data.put("image", picture.source()));
        data.put("date_published", item.copy().entry().firstAt().toString());
        data.put("date_modified", item.copy().entry().at().toString());
        data.put("authors", authors(article));
        if (!article.section().isBlank()) {
            data.put("tags", List.of(article.section()));
        }
        data.put("language", article.language().value());
        data.put("_polywire", provenance(item));
        return data;
    }

    private static List<Map<String, String>> authors(Article article) {
        List<String> names = article.bylines().isEmpty()
                ? List.of(article.outlet().name())
                : article.bylines().stream().map(Byline::name).toList();
        return names.stream().map(name -> Map.of("name", name)).toList();
    }

    /** What the copy is and whose work it is; the same facts as in the page's structured data. */
    private Map<String, Object> provenance(FeedItem item) {
        Copy copy = item.copy();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "about",
                item.addresses().absolute(new Resource.About(copy.edition())).toString());
        data.put("disclosure", item.notice().plain());
        data.put("translated", copy.translation().byMachine());
        data.put("source_language", item.originalLanguage());
        if (copy.translation().byMachine()) {
            data.put("engines", item.engines());
            data.put("human_reviewed", copy.translation().humanReviewed());
        }
        SourceType.of(copy.translation())
                .ifPresent(type -> data.put("digital_source_type", type.inIptc().toString()));
        data.put("source_name", item.outlet());
        URI feed = sources.get(copy.entry().source());
        if (feed != null) {
            data.put("source_feed", feed.toASCIIString());
        }
        Target.ofPage(copy.article().licence()).ifPresent(licence -> data.put("license", licence));
        return data;
    }
}
