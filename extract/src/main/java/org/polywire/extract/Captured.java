package org.polywire.extract;

import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.model.Capture;
import org.polywire.model.Reason;

/** What a capture holds: a page that can be read, or not. */
sealed interface Captured {
    /** A character of UTF-8 has at most so many. */
    int MOST_BYTES = 4;

    /** Bytes that the tag of an element takes at least ({@code <p>}). */
    int SHORTEST_TAG = 3;

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
                return utf8(capture, head, type);
            } catch (UncheckedIOException malformed) {
                // Some bytes are not UTF-8: what they are is found out as for all other pages.
            }
        }
        String html = Decoder.decode(capture.body().toArray(), type);
        return bounded(capture, type, html, html, new StringReader(html));
    }

    /**
     * Most pages are UTF-8, whose tags can be counted without decoding it, so that the parser alone decodes it; of a small page the
     * beginning is enough.
     *
     * @throws UncheckedIOException if it is not UTF-8
     */
    private static Captured utf8(Capture capture, byte[] head, String type) {
        String start = new String(head, StandardCharsets.UTF_8);
        boolean small = capture.body().size() < Extractor.MAX_ELEMENTS * SHORTEST_TAG;
        String tags = small && start.indexOf('<') >= 0 ? start : capture.body().text(StandardCharsets.ISO_8859_1);
        return bounded(capture, type, start, tags, Decoder.utf8(capture.body().stream()));
    }

    /**
     * The page, unless it is none or has too many elements; faulty markup can make more of them than there are tags.
     *
     * @param start of the text
     * @param tags a text with the same tags
     */
    private static Captured bounded(Capture capture, String type, String start, String tags, Reader html) {
        Optional<NotAnArticle> other = Gate.notHtml(type, start, tags.indexOf('<') >= 0);
        if (other.isPresent()) {
            return new Unreadable(other.get());
        }
        String many = "more than " + Extractor.MAX_ELEMENTS + " elements";
        if (Tags.end(tags, Extractor.MAX_ELEMENTS) < tags.length()) {
            return tooLarge(many);
        }
        Page page = page(capture, html);
        return page.elements() <= Extractor.MAX_ELEMENTS ? new Readable(page) : tooLarge(many);
    }

    private static Captured tooLarge(String detail) {
        return new Unreadable(new NotAnArticle(Reason.TOO_LARGE, detail));
    }

    static Page page(Capture capture, String html) {
        return page(capture, new StringReader(html));
    }

    private static Page page(Capture capture, Reader html) {
        Document document = Parser.htmlParser()
                .setMaxDepth(Extractor.MAX_DEPTH)
                .parseInput(html, capture.address().toString());
        return new Page(capture, document);
    }
}
