package org.polywire.extract;

import java.util.List;
import org.polywire.model.Access;
import org.polywire.model.Block;
import org.polywire.model.Byline;
import org.polywire.model.Dates;
import org.polywire.model.Inline;

/**
 * What a page was read as, whatever it is and whatever may be done with it: for measurements and for people who want to know
 * why. Nothing in it may be published; that only an {@link Extraction.Extracted} allows.
 *
 * @param kicker the line over the headline; empty if none
 * @param headline empty if none was found
 * @param standfirst the summary under the headline; empty if none
 * @param body in reading order
 * @param quality 0 to 1, see {@link Extraction.Extracted#quality()}
 */
public record Survey(
        PageType type,
        Access access,
        String kicker,
        String headline,
        List<Inline> standfirst,
        List<Byline> bylines,
        Dates dates,
        List<Block> body,
        double quality,
        Explanation explanation) {
    public Survey {
        standfirst = List.copyOf(standfirst);
        bylines = List.copyOf(bylines);
        body = List.copyOf(body);
    }
}
