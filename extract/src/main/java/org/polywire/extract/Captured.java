package org.polywire.extract;

import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.model.Capture;
import org.polywire.model.Reason;

/** What a capture holds: a page that can be read, or not. */
sealed interface Captured {
    record Readable(Page page) implements Captured {}

    record Unreadable(NotAnArticle why) implements Captured {}

    /** Parses a capture, within {@link Extractor#MAX_BYTES} and {@link Extractor#MAX_ELEMENTS}. */
    static Captured of(Capture capture) {
        if (capture.body().size() > Extractor.MAX_BYTES) {
            return tooLarge(capture.body().size() + " bytes");
        }
        String type = capture.headers().first("content-type").orElse("");
        String html = Decoder.decode(capture.body().toArray(), type);
        Optional<NotAnArticle> other = Gate.notHtml(type, html);
        return other.isPresent() ? new Unreadable(other.get()) : bounded(capture, html);
    }

    /** The page, unless it has too many elements; faulty markup can make more of them than there are tags. */
    private static Captured bounded(Capture capture, String html) {
        String many = "more than " + Extractor.MAX_ELEMENTS + " elements";
        if (Tags.end(html, Extractor.MAX_ELEMENTS) < html.length()) {
            return tooLarge(many);
        }
        Page page = page(capture, html);
        return page.elements() <= Extractor.MAX_ELEMENTS ? new Readable(page) : tooLarge(many);
    }

    private static Captured tooLarge(String detail) {
        return new Unreadable(new NotAnArticle(Reason.TOO_LARGE, detail));
    }

    static Page page(Capture capture, String html) {
        Document document = Parser.htmlParser()
                .setMaxDepth(Extractor.MAX_DEPTH)
                .parseInput(html, capture.address().toString());
        return new Page(capture, document);
    }
}
