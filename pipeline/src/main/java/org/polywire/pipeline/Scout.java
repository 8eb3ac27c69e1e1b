package org.polywire.pipeline;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.polywire.gather.FeedFinder;
import org.polywire.gather.FeedReader;
import org.polywire.gather.FeedReading;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.gather.Fetch;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.NotModified;
import org.polywire.gather.Fetch.Refused;
import org.polywire.gather.Gatherer;
import org.polywire.gather.Purpose;
import org.polywire.gather.Request;
import org.polywire.gather.Validators;
import org.polywire.model.Capture;
import org.polywire.model.Grant;
import org.polywire.model.Reason;
import org.polywire.model.Source;
import org.polywire.model.SourceId;

/** The search for a site's feed, from the address of the feed itself or of any page. */
public final class Scout {
    /** How many places are tried; a site that declares more feeds than this declares its main one among the first. */
    private static final int PLACES = 12;

    private final Gatherer gatherer;

    public Scout(Gatherer gatherer) {
        this.gatherer = gatherer;
    }

    /** What the search came to. */
    public sealed interface Finding {
        /** A feed that can be followed. */
        record Found(Source source, int items) implements Finding {}

        /** None, with what the given address answered, or that no feed was where they usually are. */
        record Nothing(Reason reason, String detail, List<URI> tried) implements Finding {
            public Nothing {
                tried = List.copyOf(tried);
            }
        }
    }

    public Finding find(URI address, Grant grant) {
        Fetch fetch = fetch(address);
        return switch (fetch) {
            case Fetched(Capture capture, Validators validators) -> find(address, capture, grant);
            case NotModified(Validators validators) ->
                nothing(Reason.PROTOCOL_ERROR, "304 to a first request", address);
            case Refused(Reason reason, String detail) -> nothing(reason, detail, address);
            case Failed(Reason reason, String detail, var after) -> nothing(reason, detail, address);
        };
    }

    private static Finding nothing(Reason reason, String detail, URI address) {
        return new Finding.Nothing(reason, detail, List.of(address));
    }

    private Finding find(URI address, Capture capture, Grant grant) {
        Optional<Finding> itself = read(capture, grant);
        if (itself.isPresent()) {
            return itself.get();
        }
        List<URI> places = FeedFinder.candidates(capture).stream().limit(PLACES).toList();
        return places.stream()
                .flatMap(place -> look(place, grant).stream())
                .findFirst()
                .orElseGet(() -> new Finding.Nothing(Reason.NO_FEED_FOUND, "looked from " + address, places));
    }

    private Optional<Finding> look(URI place, Grant grant) {
        return fetch(place) instanceof Fetched(Capture capture, Validators validators)
                ? read(capture, grant)
                : Optional.empty();
    }

    private Fetch fetch(URI address) {
        return gatherer.fetch(new Request(address, Validators.NONE, Purpose.FEED));
    }

    private static Optional<Finding> read(Capture capture, Grant grant) {
        FeedReading reading = FeedReader.read(capture);
        return switch (reading) {
            case Feed feed ->
                Optional.of(new Finding.Found(
                        source(capture, feed, grant), feed.items().size()));
            case NotAFeed nothing -> Optional.empty();
        };
    }

    private static Source source(Capture capture, Feed feed, Grant grant) {
        URI home = feed.home().isAbsolute() ? feed.home() : capture.address().resolve("/");
        String name = feed.title().isBlank() ? home.getAuthority() : feed.title();
        return new Source(idOf(capture.address()), name, home, capture.address(), grant);
    }

    /** An id made of a feed's host, port and path, such as {@code elfaro-example-rss}. */
    public static SourceId idOf(URI feed) {
        String words = (feed.getAuthority() + "-" + feed.getPath()).toLowerCase(Locale.ROOT);
        String name =
                words.replaceFirst("^www\\.", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return new SourceId(name.length() <= 64 ? name : name.substring(0, 64).replaceAll("-$", ""));
    }
}
