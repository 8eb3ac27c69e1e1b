package org.polywire.bench;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.gather.FeedReader;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.Item;
import org.polywire.model.Capture;

/** What two readers, ours and ROME, take from a feed, in the same terms. */
record FeedView(String title, String link, String language, String rights, List<Entry> entries) {

    /** An entry; what a reader does not tell is empty or null. */
    record Entry(
            String title,
            String link,
            String id,
            @Nullable Instant published,
            @Nullable Instant updated,
            String summary) {}

    static Optional<FeedView> ours(Capture capture) {
        return FeedReader.readEveryEntry(capture) instanceof Feed feed
                ? Optional.of(new FeedView(
                        feed.title(),
                        feed.home().toString(),
                        feed.language(),
                        feed.notes().rights(),
                        feed.items().stream().map(FeedView::entry).toList()))
                : Optional.empty();
    }

    private static Entry entry(Item item) {
        return new Entry(
                item.title(),
                item.address().toString(),
                item.identity(),
                item.published(),
                item.updated(),
                item.summary());
    }

    /** With document types allowed and nothing loaded, as it would be run by us. */
    static Optional<FeedView> romes(Capture capture) {
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(true);
        String type = capture.headers().first("content-type").orElse("text/xml");
        try (XmlReader reader = new XmlReader(capture.body().stream(), type, true)) {
            return Optional.of(view(input.build(reader)));
        } catch (FeedException | IOException | RuntimeException e) {
            // ROME reports some documents that it cannot read by unchecked exceptions.
            return Optional.empty();
        }
    }

    private static FeedView view(SyndFeed feed) {
        return new FeedView(
                text(feed.getTitle()),
                text(feed.getLink()),
                text(feed.getLanguage()),
                text(feed.getCopyright()),
                feed.getEntries().stream().map(FeedView::entry).toList());
    }

    private static Entry entry(SyndEntry entry) {
        return new Entry(
                text(entry.getTitle()),
                text(entry.getLink()),
                text(entry.getUri()),
                instant(entry.getPublishedDate()),
                instant(entry.getUpdatedDate()),
                Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream())
                        .map(SyndContent::getValue)
                        .map(FeedView::text)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(""));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
