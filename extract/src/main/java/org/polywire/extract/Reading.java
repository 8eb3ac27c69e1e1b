package org.polywire.extract;

import java.util.List;
import java.util.stream.Collectors;
import org.polywire.extract.Body.Judged;
import org.polywire.model.Block;
import org.polywire.model.Byline;
import org.polywire.model.Dates;
import org.polywire.model.Inlines;

/**
 * What was found on a page, before it is decided whether it is an article and may be taken.
 *
 * @param locator the way that found the body
 * @param agreement of the ways that found the body, 0 to 1
 * @param certainty see {@link Sieve}
 */
record Reading(
        Headlines headline,
        Standfirst standfirst,
        Bylines.Found bylines,
        PageDates.Found dates,
        List<Judged> judged,
        List<Block> body,
        String locator,
        double agreement,
        double certainty) {

    List<Byline> authors() {
        return bylines.bylines();
    }

    Dates published() {
        return dates.dates();
    }

    /** The running text: paragraphs, headings and quotations, a blank line between them. */
    String text() {
        return body.stream().map(Reading::text).filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Paragraph(var content) -> Inlines.text(content);
            case Block.Heading(int level, var content) -> Inlines.text(content);
            case Block.Quote(var content) -> content.stream().map(Reading::text).collect(Collectors.joining("\n"));
            case Block.Listing listing -> "";
            case Block.Figure figure -> "";
            case Block.Table table -> "";
            case Block.Embed embed -> "";
            case Block.Divider divider -> "";
            case Block.Note note -> "";
        };
    }
}
