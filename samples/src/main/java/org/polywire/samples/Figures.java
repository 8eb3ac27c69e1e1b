package org.polywire.samples;

import org.jsoup.nodes.Element;

/** The pictures inside a manuscript's body. */
final class Figures {
    private Figures() {}

    /** What a {@code figure} says; the caption without the credit. */
    record Words(String picture, String alt, String caption, String credit) {}

    static Words words(Element figure) {
        Element picture = figure.expectFirst("img");
        Element caption = figure.clone();
        String credit = caption.select(".credit").text();
        caption.select(".credit").remove();
        return new Words(
                picture.attr("data-picture"),
                picture.attr("alt"),
                caption.select("figcaption").text().strip(),
                credit);
    }
}
