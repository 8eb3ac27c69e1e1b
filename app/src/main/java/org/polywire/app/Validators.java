package org.polywire.app;

import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditional requests, by RFC 9110, section 13. */
final class Validators {
    private Validators() {}

    /**
     * Whether the reader already has a page: by its tag if the request names tags, else by its date. Only pages that are there
     * can be had.
     */
    static boolean match(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince, Ready page) {
        if (page.status() != HttpStatus.OK.getCode()) {
            return false;
        }
        return ifNoneMatch != null
                ? holds(ifNoneMatch, page.headers().getOrDefault("ETag", ""))
                : isCurrent(ifModifiedSince, page);
    }

    private static boolean holds(String known, String tag) {
        return known.strip().equals("*")
                || Arrays.stream(known.split(",")).anyMatch(one -> opaque(one).equals(opaque(tag)));
    }

    /** Tags are compared weakly (section 8.8.3.2). */
    private static String opaque(String tag) {
        return tag.strip().replaceFirst("^W/", "");
    }

    private static boolean isCurrent(@Nullable String since, Ready page) {
        if (since == null) {
            return false;
        }
        Optional<Instant> modified = date(page.headers().get("Last-Modified"));
        return modified.isPresent()
                && date(since).filter(known -> !modified.get().isAfter(known)).isPresent();
    }

    private static Optional<Instant> date(@Nullable String value) {
        try {
            return Optional.ofNullable(value)
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
