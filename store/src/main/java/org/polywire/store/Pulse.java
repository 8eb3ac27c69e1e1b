package org.polywire.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much comes from a source, and how much of it can be read.
 *
 * @param today items sighted in the last 24 hours
 * @param items ever sighted
 * @param first when the first was; null if none ever was, likewise {@code last}
 * @param recent how many of the newest pages that were looked at, at most {@link #RECENT}
 * @param recentUnreadable how many of them yielded no article for the way they are made
 * @param earlier likewise, of up to {@link #EARLIER} pages before those
 */
public record Pulse(
        int today,
        int items,
        @Nullable Instant first,
        @Nullable Instant last,
        int recent,
        int recentUnreadable,
        int earlier,
        int earlierUnreadable) {
    public static final int RECENT = 10;
    public static final int EARLIER = 50;
}
