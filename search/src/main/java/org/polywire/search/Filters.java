package org.polywire.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;
import org.polywire.model.SourceId;

/**
 * What a search is narrowed to; a component that is null or empty narrows nothing.
 *
 * @param section as the source names it, in the edition's language; case and accents do not matter
 * @param original the language of the original; regions do not matter
 * @param since the first day (UTC) of first publication here that counts
 * @param until the last one
 */
public record Filters(
        @Nullable SourceId source,
        String section,
        @Nullable LanguageTag original,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {
    public static final Filters NONE = new Filters(null, "", null, null, null);
}
