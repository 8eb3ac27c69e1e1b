package org.polywire.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polywire.gather.FeedReader;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.Item;
import org.polywire.gather.WebArchive;
import org.polywire.model.Capture;
import org.polywire.model.Grant;
import org.polywire.model.Source;
import org.polywire.model.Source.Way;

/**
 * What there is to replay in a web archive: the items of the feeds in it, and of sites without a feed every page, as in the
 * archives that others make.
 */
public final class Replay {
    private final WebArchive archive;
    private final Grant grant;
    private final List<Part> parts = new ArrayList<>();

    /** A source, with items that it lists; at most as many as one poll takes. */
    public record Part(Source source, Feed feed) {}

    private Replay(WebArchive archive, Grant grant) {
        this.archive = archive;
        this.grant = grant;
    }

    /**
     * Looks for feeds and pages.
     *
     * @param grant that the operator has for every source in the archive
     */
    public static List<Part> plan(WebArchive archive, Grant grant) {
        Replay replay = new Replay(archive, grant);
        replay.feeds();
        replay.pages();
        return List.copyOf(replay.parts);
    }

    private void feeds() {
        Set<URI> pages = new HashSet<>(archive.pages());
        archive.addresses().stream()
                .filter(address -> !pages.contains(address))
                .flatMap(address -> archive.capture(address).stream())
                .forEach(this::feed);
    }

    private void feed(Capture capture) {
        if (FeedReader.read(capture) instanceof Feed feed && !feed.items().isEmpty()) {
            add(Scout.source(capture, feed, grant, Way.FEED), feed);
        }
    }

    private void add(Source source, Feed feed) {
        List<Item> items = feed.items();
        for (int from = 0; from < items.size(); from += Intake.ITEMS) {
            List<Item> some = items.subList(from, Math.min(items.size(), from + Intake.ITEMS));
            parts.add(new Part(source, new Feed(feed.title(), feed.home(), feed.language(), feed.notes(), some)));
        }
    }

    private void pages() {
        Set<String> withFeed = new HashSet<>();
        parts.forEach(part -> withFeed.add(part.source().feed().getAuthority()));
        Map<String, List<Item>> sites = new LinkedHashMap<>();
        archive.pages().stream()
                .filter(page -> !withFeed.contains(page.getAuthority()))
                .forEach(page -> sites.computeIfAbsent(page.getAuthority(), site -> new ArrayList<>())
                        .add(new Item(page, page.toString(), "", null)));
        sites.forEach(this::site);
    }

    private void site(String site, List<Item> items) {
        URI home = items.getFirst().address().resolve("/");
        Source source = new Source(Scout.idOf(home), site, home, home, grant, Way.SECTION);
        add(source, new Feed(site, home, "", items));
    }
}
