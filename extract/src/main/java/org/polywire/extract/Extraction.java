package org.polywire.extract;

import java.net.URI;
import org.polywire.model.Article;
import org.polywire.model.Reason;

/** What became of a page. */
public sealed interface Extraction {

    /**
     * The page holds an article that may be taken.
     *
     * @param quality 0 to 1; never below {@link Extractor#QUALITY_FLOOR}
     * @param explanation {@link Explanation#NONE} unless it was asked for, see {@link Extractor#explaining}
     */
    record Extracted(Article article, double quality, Explanation explanation) implements Extraction {}

    /**
     * What is missing of the article stands on another page, which is to be fetched, if it may, and read together with those before.
     *
     * @param otherwise what became of the page if the other one cannot be had
     */
    record Elsewhere(URI address, NotAnArticle otherwise) implements Extraction {}

    /** The page holds no article, or none that could be read with confidence. */
    record NotAnArticle(Reason reason, String detail) implements Extraction {}

    /** The page holds an article that may not be taken. */
    record Withheld(Reason reason, String detail) implements Extraction {}
}
