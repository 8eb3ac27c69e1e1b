package org.polywire.search;

import java.util.List;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;

/**
 * What a search found.
 *
 * @param total how many there are
 * @param exact whether {@code total} is the whole number, or only the least that it can be
 * @param corrected the text that was searched for instead, as the one typed occurs nowhere; empty if none was needed
 * @param completeTo the sequence number of the last entry of the publication log that the index knows
 */
public record SearchResults(long total, boolean exact, List<Hit> hits, String corrected, long completeTo) {
    public SearchResults {
        hits = List.copyOf(hits);
    }

    /**
     * An article that was found.
     *
     * @param headline the whole headline
     * @param excerpt the part of the text where the words stand, or its beginning; empty if there is no text
     */
    public record Hit(LanguageTag edition, ArticleId article, List<Run> headline, List<Run> excerpt) {
        public Hit {
            headline = List.copyOf(headline);
            excerpt = List.copyOf(excerpt);
        }
    }

    /** A run of text; {@code found} if it is one of the words that were looked for. */
    public record Run(String text, boolean found) {}

    boolean empty() {
        return total == 0;
    }
}
