package org.polywire.extract;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Reason;

/** What a capture holds: a page that can be read, or not. */
sealed interface Captured {
    /** A character of UTF-8 has at most so many. */
    int MOST_BYTES = 4;

    record Readable(Page page) implements Captured {}

    record Unreadable(NotAnArticle why) implements Captured {}

    /** Parses a capture, within {@link Extractor#MAX_BYTES} and {@link Extractor#MAX_ELEMENTS}. */
    static Captured of(Capture capture) {
        if (capture.body().size() > Extractor.MAX_BYTES) {
            return tooLarge(capture.body().size() + " bytes");
        }
        String type = capture.headers().first("content-type").orElse("");
        byte[] head = capture.body().head(Gate.START * MOST_BYTES);
        if (Decoder.mayBeUtf8(head, type)) {
            try {
                return bounded(capture, type, capture.body());
            } catch (UncheckedIOException malformed) {
                // Some bytes are not UTF-8: what they are is found out as for all other pages.
            }
        }
        return bounded(capture, type, decoded(capture.body(), type));
    }

    /** In UTF-8, whatever a page came in. */
    private static Bytes decoded(Bytes body, String type) {
        return Bytes.copyOf(Decoder.decode(body.toArray(), type).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The page, unless it is none or has too many elements; faulty markup can make more of them than there are tags.
     *
     * @throws UncheckedIOException if what is kept of it is not UTF-8
     */
    private static Captured bounded(Capture capture, String type, Bytes html) {
        Skim skim = Skim.of(html, Extractor.MAX_ELEMENTS);
        String start = new String(html.head(Gate.START * MOST_BYTES), StandardCharsets.UTF_8);
        Optional<NotAnArticle> other = Gate.notHtml(type, start, skim.hasTags());
        if (other.isPresent()) {
            return new Unreadable(other.get());
        }
        String many = "more than " + Extractor.MAX_ELEMENTS + " elements";
        if (!skim.isWhole()) {
            return tooLarge(many);
        }
        Page page = page(capture, skim);
        return page.elements() <= Extractor.MAX_ELEMENTS ? new Readable(page) : tooLarge(many);
    }

    private static Captured tooLarge(String detail) {
        return new Unreadable(new NotAnArticle(Reason.TOO_LARGE, detail));
    }

    /** The page whatever it is, without what is beyond {@link Extractor#MAX_BYTES} and {@link Extractor#MAX_ELEMENTS}. */
    static Page anyway(Capture capture) {
        String type = capture.headers().first("content-type").orElse("");
        Bytes body = Bytes.copyOf(capture.body().head(Extractor.MAX_BYTES));
        return page(capture, Skim.of(decoded(body, type), Extractor.MAX_ELEMENTS));
    }

    private static Page page(Capture capture, Skim skim) {
        Document document = Parser.htmlParser()
                .setMaxDepth(Extractor.MAX_DEPTH)
                .parseInput(Decoder.utf8(skim.stream()), capture.address().toString());
        return new Page(capture, document);
    }
}
