package org.polywire.app;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.polywire.pipeline.Subscribers;
import org.polywire.publish.Addresses;
import org.polywire.publish.Page;

/** The publication's WebSub hub, as the web server meets it. */
interface HubDoor {
    String PATH = Addresses.HUB;

    /** @param form the request's parameters */
    Subscribers.Answer ask(Map<String, String> form);

    static boolean isFeed(Page page) {
        String type = page.contentType();
        return page.status() == 200
                && (type.startsWith("application/rss+xml")
                        || type.startsWith("application/atom+xml")
                        || type.startsWith("application/feed+json"));
    }

    /** The same page; a feed, but for a search's, says where it can be followed, and what its address is (WebSub, section 4). */
    static Page advertised(Page page, URI root, String path) {
        if (!isFeed(page) || path.contains("/search/")) {
            return page;
        }
        Map<String, String> headers = new LinkedHashMap<>(page.headers());
        headers.put("Link", "<" + root.resolve(PATH) + ">; rel=\"hub\", <" + root.resolve(path) + ">; rel=\"self\"");
        return new Page(page.status(), page.contentType(), headers, page.body());
    }

    /** The feed at an address of the publication. */
    static Optional<Subscribers.Feed> feed(URI topic, URI root, Pages site) {
        boolean ours = topic.toString().startsWith(root.resolve("/").toString());
        if (!ours || topic.getRawQuery() != null) {
            return Optional.empty();
        }
        return Optional.of(site.at(Request.of(topic.getPath(), "")))
                .filter(HubDoor::isFeed)
                .map(page -> new Subscribers.Feed(page.contentType(), page.etag(), page.body()));
    }
}
