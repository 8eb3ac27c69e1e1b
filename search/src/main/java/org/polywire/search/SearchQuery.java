package org.polywire.search;

import java.util.List;
import org.polywire.model.LanguageTag;

/**
 * What a reader looks for. Words must all occur; {@code "several words"} occur together; {@code -word} must not occur. No text
 * is an error.
 *
 * @param text what the reader typed; only the first {@link #LONGEST_TEXT} characters count. Empty finds all that the filters leave
 * @param editions where to look; at least one
 * @param from how many results are skipped, at most {@link #DEEPEST}
 * @param count how many are wanted, at most {@link #MOST}
 */
public record SearchQuery(String text, List<LanguageTag> editions, Filters filters, Order order, int from, int count) {
    public static final int LONGEST_TEXT = 200;
    public static final int DEEPEST = 1_000;
    public static final int MOST = 100;

    /** How results are ordered. */
    public enum Order {
        /** The best matches first; of two that match as well, the newer. */
        RELEVANCE,
        NEWEST
    }

    /**
     * @throws IllegalArgumentException if there is no edition, or a number is out of its bounds
     */
    public SearchQuery {
        if (editions.isEmpty() || from < 0 || from > DEEPEST || count < 1 || count > MOST) {
            throw new IllegalArgumentException("search in " + editions + " from " + from + ", " + count + " results");
        }
        text = text.substring(
                        0, text.offsetByCodePoints(0, Math.min(LONGEST_TEXT, text.codePointCount(0, text.length()))))
                .strip();
        editions = List.copyOf(editions);
    }

    SearchQuery withText(String other) {
        return new SearchQuery(other, editions, filters, order, from, count);
    }
}
