package org.polywire.gather;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.model.Capture;

/**
 * Reads feeds: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed 1.x.
 *
 * <p>Takes them as they are found: not well-formed, cut off, under a wrong content type or encoding, with any namespace prefix.
 * Nothing outside the document is ever loaded, and entities that it declares are not expanded. Never throws, whatever the bytes.
 */
public final class FeedReader {
    /** Of more items than this the newest are kept. */
    public static final int MOST_ITEMS = 500;

    private FeedReader() {}

    public static FeedReading read(Capture capture) {
        String text = Decoding.text(capture);
        FeedReading reading = text.stripLeading().startsWith("{")
                ? JsonFeed.read(text, capture.address())
                : XmlFeed.read(text, capture.address());
        return switch (reading) {
            case Feed feed -> new Feed(feed.title(), feed.home(), feed.language(), newest(feed.items()));
            case NotAFeed notAFeed -> notAFeed;
        };
    }

    /** Items without a date count as oldest; among them the order of the feed decides. The order stays as it was. */
    private static List<Item> newest(List<Item> items) {
        if (items.size() <= MOST_ITEMS) {
            return items;
        }
        Comparator<Integer> newestFirst =
                Comparator.comparing((Integer i) -> published(items.get(i)), Comparator.reverseOrder());
        Set<Integer> kept = new HashSet<>(IntStream.range(0, items.size())
                .boxed()
                .sorted(newestFirst)
                .limit(MOST_ITEMS)
                .toList());
        return IntStream.range(0, items.size())
                .filter(kept::contains)
                .mapToObj(items::get)
                .toList();
    }

    private static Instant published(Item item) {
        return item.published() == null ? Instant.MIN : item.published();
    }
}
