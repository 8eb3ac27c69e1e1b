package org.polywire.translate;

import java.time.YearMonth;

/**
 * How many characters an engine was sent in a month: what must be remembered so that a budget holds over restarts.
 *
 * @param month by UTC
 */
public record Spending(YearMonth month, long characters) {
    /** Before anything was spent. */
    public static final Spending NOTHING = new Spending(YearMonth.of(1970, 1), 0);

    /** The same a while later: a new month begins with nothing. */
    public Spending in(YearMonth now) {
        return now.equals(month) ? this : new Spending(now, 0);
    }

    Spending plus(long more) {
        return new Spending(month, characters + more);
    }
}
