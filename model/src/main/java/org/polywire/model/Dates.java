package org.polywire.model;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** When an article says that it was published and last changed, with the offset of the page; absent if it does not say. */
public record Dates(
        @Nullable OffsetDateTime published, @Nullable OffsetDateTime modified) {
    public static final Dates UNKNOWN = new Dates(null, null);
}
