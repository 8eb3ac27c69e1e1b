package org.polywire.extract;

import org.polywire.model.Article;
import org.polywire.model.Reason;

/** What became of a page. */
public sealed interface Extraction {

    /**
     * The page holds an article that may be taken.
     *
     * @param quality 0 to 1; never below {@link Extractor#QUALITY_FLOOR}
     */
    record Extracted(Article article, double quality, Explanation explanation) implements Extraction {}

    /** The page holds no article, or none that could be read with confidence. */
    record NotAnArticle(Reason reason, String detail) implements Extraction {}

    /** The page holds an article that may not be taken. */
    record Withheld(Reason reason, String detail) implements Extraction {}
}
