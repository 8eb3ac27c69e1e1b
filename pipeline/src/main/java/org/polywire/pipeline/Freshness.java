package org.polywire.pipeline;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.model.SourceId;
import org.polywire.store.Transaction;

/**
 * What of a source is news and what belongs to its past: a feed that suddenly shows its archive, dated anew or not, does not
 * flood the site.
 *
 * <p>Time is the source's own. An item is old if it is dated well before the newest article ever taken from the source, and was
 * not there when the source was first read; so a source that publishes twice a year is followed like any other.
 */
final class Freshness {
    /** Articles that appear late, and backdated ones, are within this. */
    static final Duration GRACE = Duration.ofDays(14);

    private static final Pattern DATED =
            Pattern.compile("/((?:19|20)\\d\\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?([0-2]\\d|3[01]))?(?=[/_-]|$)");

    private Freshness() {}

    /** The date before which an item that is seen now, and not for the first time of the source, is old; empty if all is news. */
    static Optional<Instant> past(Transaction transaction, SourceId source) {
        return transaction.identities().newest(source).map(newest -> newest.minus(GRACE));
    }

    /** Whether an item lies in the past by its own date or by the date in its address. */
    static boolean isOld(URI address, @Nullable Instant published, Instant past) {
        return Stream.concat(Stream.ofNullable(published), dated(address).stream())
                .anyMatch(past::isAfter);
    }

    /** The end of the day or month in an address such as {@code /2019/05/17/story}. */
    static Optional<Instant> dated(URI address) {
        Matcher date = DATED.matcher(address.getPath() == null ? "" : address.getPath());
        if (!date.find()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)));
            LocalDate day = date.group(3) == null ? month.atEndOfMonth() : month.atDay(Integer.parseInt(date.group(3)));
            return Optional.of(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
