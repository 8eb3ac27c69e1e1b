package org.polywire.samples;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What an article holds, told apart from the page around it. Texts are plain, with single spaces; lists are in reading order.
 *
 * @param standfirst empty if there is none; likewise {@code kicker}
 * @param paragraphs of the body, those inside quotations too
 * @param headings inside the body
 * @param items of its lists
 * @param cells of its tables, row by row
 * @param links of the body, absolute and in ASCII
 * @param pictures the lead picture first
 * @param embeds the addresses of what plays elsewhere
 * @param furniture words of boxes inside the body that are not the article
 */
public record Truth(
        String language,
        String kicker,
        String headline,
        String standfirst,
        List<String> bylines,
        OffsetDateTime published,
        List<String> paragraphs,
        List<String> headings,
        List<String> items,
        List<String> cells,
        List<Link> links,
        List<Picture> pictures,
        List<URI> embeds,
        List<String> furniture) {

    public Truth {
        bylines = List.copyOf(bylines);
        paragraphs = List.copyOf(paragraphs);
        headings = List.copyOf(headings);
        items = List.copyOf(items);
        cells = List.copyOf(cells);
        links = List.copyOf(links);
        pictures = List.copyOf(pictures);
        embeds = List.copyOf(embeds);
        furniture = List.copyOf(furniture);
    }

    /** The words of a link and where they lead. */
    public record Link(String words, URI address) {}

    /** A picture with its words; each is empty if there are none. */
    public record Picture(URI address, String description, String caption, String credit) {}
}
