package org.polywire.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;

/**
 * One step in the life of an article.
 *
 * @param edition where it happened; absent if it concerns the article itself
 * @param step what happened
 * @param code of the reason or the first finding; empty if none
 * @param detail in plain words; may be empty
 */
public record Event(
        ArticleId article, @Nullable LanguageTag edition, Instant at, Step step, String code, String detail) {

    /** What happened. */
    public enum Step {
        SIGHTED,
        EXTRACTED,
        /** It was found to tell the same event as another article. */
        JOINED,
        CHANGED,
        UNCHANGED,
        REFUSED,
        FAILED,
        HELD,
        PUBLISHED,
        CORRECTED,
        WITHDRAWN
    }
}
