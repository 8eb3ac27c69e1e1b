package org.polywire.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.polywire.gather.FeedFinder;
import org.polywire.gather.FeedReader;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.Index;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.gather.Fetch;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.NotModified;
import org.polywire.gather.Fetch.Refused;
import org.polywire.gather.Gatherer;
import org.polywire.gather.Purpose;
import org.polywire.gather.Request;
import org.polywire.gather.SectionPage;
import org.polywire.gather.Validators;
import org.polywire.model.Capture;
import org.polywire.model.Grant;
import org.polywire.model.Reason;
import org.polywire.model.Source;
import org.polywire.model.Source.Way;
import org.polywire.model.SourceId;

/**
 * The search for a way to follow a site, from the address of a feed, a sitemap or any page: the feeds that the page declares,
 * news sitemaps that robots.txt names, the usual places of feeds, other sitemaps, and as a last resort the page's own links.
 */
public final class Scout {
    /** How many declared feeds are tried; a site that declares more declares its main one among the first. */
    private static final int DECLARED = 12;

    private static final int SITEMAPS = 8;

    private final Gatherer gatherer;
    private final Consumer<Look> watcher;

    public Scout(Gatherer gatherer) {
        this(gatherer, look -> {});
    }

    /** @param watcher told of each place once it was looked at, as a search takes a second or more for each */
    public Scout(Gatherer gatherer, Consumer<Look> watcher) {
        this.gatherer = gatherer;
        this.watcher = watcher;
    }

    /** What the search came to. */
    public sealed interface Finding {
        /** The places that were looked at, in order. */
        List<Look> looks();

        /**
         * A source that can be followed.
         *
         * @param items that it lists now
         * @param looks the places that were looked at, the chosen one last
         */
        record Found(Source source, int items, List<Look> looks) implements Finding {
            public Found {
                looks = List.copyOf(looks);
            }
        }

        /** None, with what the given address answered, or that nothing was where it usually is. */
        record Nothing(Reason reason, String detail, List<Look> looks) implements Finding {
            public Nothing {
                looks = List.copyOf(looks);
            }
        }
    }

    /**
     * A place that was looked at.
     *
     * @param found what it is and holds, in plain words
     */
    public record Look(URI place, String found) {}

    public Finding find(URI address, Grant grant) {
        Fetch fetch = fetch(address);
        return switch (fetch) {
            case Fetched(Capture capture, Validators validators, var said, boolean moved) ->
                new Search(capture, grant).run();
            case NotModified(Validators validators) ->
                nothing(Reason.PROTOCOL_ERROR, "304 to a first request", address);
            case Refused(Reason reason, String detail) -> nothing(reason, detail, address);
            case Failed(Reason reason, String detail, var after) -> nothing(reason, detail, address);
        };
    }

    private Finding nothing(Reason reason, String detail, URI address) {
        Look look = new Look(address, detail);
        watcher.accept(look);
        return new Finding.Nothing(reason, detail, List.of(look));
    }

    private Fetch fetch(URI address) {
        return gatherer.fetch(new Request(address, Validators.NONE, Purpose.FEED));
    }

    /** One search; for one thread. */
    private final class Search {
        private final Capture page;
        private final Grant grant;
        private final List<Look> looks = new ArrayList<>();
        private final Set<URI> seen = new HashSet<>();

        Search(Capture page, Grant grant) {
            this.page = page;
            this.grant = grant;
        }

        Finding run() {
            URI site = page.address();
            List<URI> sitemaps = gatherer.sitemaps(site);
            seen.add(site);
            return read(page)
                    .or(() -> first(FeedFinder.declared(page).stream().limit(DECLARED)))
                    .or(() -> first(sitemaps.stream().filter(FeedFinder::isNewsSitemap)))
                    .or(() -> first(FeedFinder.usual(site).stream()))
                    .or(() -> first(sitemaps.stream().limit(SITEMAPS)))
                    .or(() -> first(FeedFinder.usualSitemaps(site).stream()))
                    .or(this::section)
                    .orElseGet(() -> new Finding.Nothing(Reason.NO_FEED_FOUND, "looked from " + site, looks));
        }

        private Optional<Finding> first(Stream<URI> places) {
            return places.filter(seen::add)
                    .flatMap(place -> look(place).stream())
                    .findFirst();
        }

        private Optional<Finding> look(URI place) {
            return switch (fetch(place)) {
                case Fetched(Capture capture, Validators validators, var said, boolean moved) -> read(capture);
                case NotModified(Validators validators) -> passOver(place, "HTTP 304 to a first request");
                case Refused(Reason reason, String detail) -> passOver(place, detail);
                case Failed(Reason reason, String detail, var after) -> passOver(place, detail);
            };
        }

        private Optional<Finding> passOver(URI place, String why) {
            note(place, why);
            return Optional.empty();
        }

        private void note(URI place, String found) {
            Look look = new Look(place, found);
            looks.add(look);
            watcher.accept(look);
        }

        private Optional<Finding> read(Capture capture) {
            return switch (FeedReader.read(capture)) {
                case Feed feed
                when feed.items().isEmpty() && !capture.equals(page) ->
                    passOver(capture.address(), "a feed without items");
                case Feed feed -> Optional.of(found(capture, feed, Way.FEED, "a feed or sitemap"));
                case Index(List<URI> parts)
                when parts.isEmpty() -> passOver(capture.address(), "a sitemap index without sitemaps");
                case Index(List<URI> parts) -> index(capture, parts);
                case NotAFeed(Reason reason, String detail) -> passOver(capture.address(), detail);
            };
        }

        /** An index is followed if one of its parts holds news. */
        private Optional<Finding> index(Capture capture, List<URI> parts) {
            for (URI part : parts) {
                if (fetch(part) instanceof Fetched(Capture sitemap, Validators validators, var said, boolean moved)
                        && FeedReader.read(sitemap) instanceof Feed feed
                        && !feed.items().isEmpty()) {
                    note(part, "a sitemap" + items(feed));
                    return Optional.of(found(capture, feed, Way.FEED, "an index of sitemaps, of which one lists news"));
                }
            }
            return passOver(capture.address(), "a sitemap index whose sitemaps hold nothing");
        }

        private Optional<Finding> section() {
            return switch (SectionPage.read(page)) {
                case Feed feed -> Optional.of(found(page, feed, Way.SECTION, "a page with links to articles"));
                case Index index -> Optional.empty();
                case NotAFeed(Reason reason, String detail) -> passOver(page.address(), detail);
            };
        }

        private Finding found(Capture capture, Feed feed, Way way, String words) {
            note(capture.address(), words + items(feed));
            return new Finding.Found(
                    source(capture, feed, grant, way), feed.items().size(), looks);
        }

        private static String items(Feed feed) {
            return " (items: " + feed.items().size() + ")";
        }
    }

    static Source source(Capture capture, Feed feed, Grant grant, Way way) {
        URI home = feed.home().isAbsolute() ? feed.home() : capture.address().resolve("/");
        String name = feed.title().isBlank() ? home.getAuthority() : feed.title();
        return new Source(idOf(capture.address()), name, home, capture.address(), grant, way);
    }

    /** An id made of a feed's host, port and path, such as {@code elfaro-example-rss}. */
    public static SourceId idOf(URI feed) {
        String words = (feed.getAuthority() + "-" + feed.getPath()).toLowerCase(Locale.ROOT);
        String name =
                words.replaceFirst("^www\\.", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return new SourceId(name.length() <= 64 ? name : name.substring(0, 64).replaceAll("-$", ""));
    }
}
