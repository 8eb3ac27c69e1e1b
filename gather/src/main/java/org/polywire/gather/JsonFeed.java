package org.polywire.gather;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.model.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeed {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonFeed() {}

    static FeedReading read(String text, URI address) {
        try {
            return read(JSON.readTree(text), address);
        } catch (JacksonException e) {
            return new NotAFeed(Reason.NOT_A_FEED, "not valid JSON");
        }
    }

    private static FeedReading read(JsonNode feed, URI address) {
        if (!string(feed, "version").contains("jsonfeed.org/version/1")) {
            return new NotAFeed(Reason.NOT_A_FEED, "JSON, but no JSON Feed");
        }
        List<Item> items = new ArrayList<>();
        feed.path("items").forEach(item -> item(item, address).ifPresent(items::add));
        URI home = Links.resolve(address, string(feed, "home_page_url"))
                .orElse(Authority.of(address).resolve("/"));
        return new Feed(
                PlainText.unescaped(string(feed, "title")),
                home,
                string(feed, "language"),
                notes(feed, address),
                items);
    }

    private static FeedNotes notes(JsonNode feed, URI address) {
        List<URI> hubs = new ArrayList<>();
        feed.path("hubs")
                .forEach(hub -> Links.resolve(address, string(hub, "url"))
                        .filter(url -> string(hub, "type").equalsIgnoreCase("WebSub")
                                && !string(hub, "url").isEmpty())
                        .ifPresent(hubs::add));
        URI self = Links.absolute(string(feed, "feed_url")).orElse(null);
        return new FeedNotes("", "", hubs, self, FeedPace.ANY);
    }

    /** Items without an id must be left out, says the standard; without a link they are of no use. */
    private static Optional<Item> item(JsonNode item, URI address) {
        String id = string(item, "id");
        Optional<URI> link = Stream.of(string(item, "url"), string(item, "external_url"))
                .filter(url -> !url.isBlank())
                .flatMap(url -> Links.resolve(address, url).stream())
                .findFirst();
        return link.filter(found -> !id.isEmpty())
                .map(found -> new Item(
                        found,
                        id,
                        PlainText.unescaped(string(item, "title")),
                        FeedDates.parse(string(item, "date_published"))
                                .or(() -> FeedDates.parse(string(item, "date_modified")))
                                .orElse(null),
                        FeedDates.parse(string(item, "date_modified")).orElse(null),
                        summary(item),
                        ""));
    }

    private static String summary(JsonNode item) {
        return Stream.of(
                        PlainText.unescaped(string(item, "summary")),
                        PlainText.unescaped(string(item, "content_text")),
                        PlainText.ofHtml(string(item, "content_html")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String string(JsonNode node, String name) {
        return node.path(name).asString("").strip();
    }
}
