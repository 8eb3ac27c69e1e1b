package org.polywire.publish;

import java.util.List;
import org.polywire.model.Publication;

/**
 * What a search found, as pages and the API show it.
 *
 * @param total how many there are; if not {@code exact}, at least so many
 * @param corrected what was searched for instead, as a word occurs nowhere; empty if nothing was changed
 * @param hits those of this page
 * @param from how many come before them
 */
public record Found(long total, boolean exact, String corrected, List<Hit> hits, int from) {
    public Found {
        hits = List.copyOf(hits);
    }

    /**
     * An article that was found and still stands.
     *
     * @param headline the whole headline; likewise {@code excerpt}, a part of the text
     */
    public record Hit(Publication publication, List<Run> headline, List<Run> excerpt) {
        public Hit {
            headline = List.copyOf(headline);
            excerpt = List.copyOf(excerpt);
        }
    }

    /** A run of text; {@code found} if it is what was looked for. */
    public record Run(String text, boolean found) {}
}
