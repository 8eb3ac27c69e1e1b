package org.polywire.extract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.extract.Body.Judged;
import org.polywire.extract.Explanation.Field;
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
 * @param text the running text of the body: paragraphs, headings and quotations, a blank line between them
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
        double certainty,
        String text) {

    /** The rules by which such pieces are dropped. */
    private static final Set<String> ABOUT_AUTHORS = Set.of(
            "phrase.bio",
            "mark.author",
            "mark.authors",
            "mark.authorbox",
            "mark.bio",
            "mark.autor",
            "mark.autoren",
            "mark.autores");

    private static final int LEAST_WORDS = 5;

    List<Byline> authors() {
        return bylines.bylines();
    }

    Dates published() {
        return dates.dates();
    }

    /** The same with another body. */
    Reading withBody(List<Block> whole) {
        return new Reading(
                headline,
                standfirst,
                bylines,
                dates,
                judged,
                List.copyOf(whole),
                locator,
                agreement,
                certainty,
                textOf(whole));
    }

    /** What the page says of its authors beside their names; it is no part of the body. */
    Field aboutAuthors() {
        Choice choice = new Choice("about the authors");
        judged.stream()
                .filter(each -> !each.kept() && ABOUT_AUTHORS.contains(each.rule()))
                .filter(each -> each.piece().words() >= LEAST_WORDS)
                .forEach(each -> choice.offer(each.rule(), each.piece().text()));
        return choice.first().field();
    }

    /** The running text of a body. */
    static String textOf(List<Block> body) {
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
