package org.polywire.gather;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.Index;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Reason;

/**
 * Reads feeds: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed 1.x; and sitemaps and their indexes, also packed with
 * gzip.
 *
 * <p>Takes them as they are found: not well-formed, cut off, under a wrong content type or encoding, with any namespace prefix.
 * Nothing outside the document is ever loaded, and entities that it declares are not expanded. Never throws, whatever the bytes.
 */
public final class FeedReader {
    /** Of more items than this the newest are kept. */
    public static final int MOST_ITEMS = 500;

    /** Of a packed file; as large as a feed may be. */
    private static final int MOST_BYTES = 10 << 20;

    private static final int MOST_RATIO = 100;

    private FeedReader() {}

    public static FeedReading read(Capture capture) {
        return read(capture, false);
    }

    /** The same with those entries that lead to no page, under the address of the feed: to compare readers by. */
    public static FeedReading readEveryEntry(Capture capture) {
        return read(capture, true);
    }

    private static FeedReading read(Capture capture, boolean every) {
        byte[] bytes = capture.body().toArray();
        if (isPacked(bytes)) {
            return unpacked(capture, bytes, every);
        }
        String text = Decoding.text(capture);
        FeedReading reading = text.stripLeading().startsWith("{")
                ? JsonFeed.read(text, capture.address())
                : XmlFeed.read(text, capture.address(), every);
        return switch (reading) {
            case Feed feed -> new Feed(feed.title(), feed.home(), feed.language(), feed.notes(), newest(feed.items()));
            case Index index -> index;
            case NotAFeed notAFeed -> notAFeed;
        };
    }

    private static boolean isPacked(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    /** A file that is itself packed, as {@code sitemap.xml.gz} is, beside what the server may do to send it. */
    private static FeedReading unpacked(Capture capture, byte[] packed, boolean every) {
        try (InputStream in = Unpacking.of(new ByteArrayInputStream(packed), MOST_RATIO)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES || isPacked(bytes)) {
                return new NotAFeed(Reason.FEED_TOO_LARGE, "unpacks to more than " + MOST_BYTES + " bytes");
            }
            return read(
                    new Capture(
                            capture.requested(),
                            capture.address(),
                            capture.headers(),
                            Bytes.copyOf(bytes),
                            capture.at()),
                    every);
        } catch (Unpacking.CompressionBombException e) {
            return new NotAFeed(Reason.COMPRESSION_BOMB, "unpacks to more than " + MOST_RATIO + " times its size");
        } catch (IOException e) {
            return new NotAFeed(Reason.NOT_A_FEED, "malformed gzip");
        }
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
