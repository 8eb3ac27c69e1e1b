package org.polywire.story;

import java.time.Instant;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.SourceId;

/**
 * A text of an article.
 *
 * @param source that the article is from
 * @param language that it is in: the article's own, or that of a translation
 * @param original whether the article was written in it
 * @param at when it was made
 */
public record Text(
        ArticleId article, SourceId source, LanguageTag language, boolean original, Instant at, Sketch sketch) {}
