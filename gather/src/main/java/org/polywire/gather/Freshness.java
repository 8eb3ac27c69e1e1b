package org.polywire.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.utils.DateUtils;
import org.polywire.model.Headers;

/**
 * How long an answer may be used without asking again (RFC 9111, section 4.2), for a cache of our own: {@code s-maxage} and
 * {@code private} speak to caches that others share. How old an answer is, only {@code Age} tells; clocks of servers are wrong too often.
 */
final class Freshness {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern MAX_AGE = Pattern.compile("max-age\\s*=\\s*\"?(\\d+)\"?");

    private Freshness() {}

    /** Zero if it does not say, or is to be asked for each time; at most a day. */
    static Duration of(Headers headers, Instant now) {
        List<String> directives = headers.all("cache-control").stream()
                .flatMap(field -> Stream.of(field.toLowerCase(Locale.ROOT).split(",")))
                .map(String::strip)
                .toList();
        if (directives.contains("no-cache") || directives.contains("no-store") || varies(headers)) {
            return Duration.ZERO;
        }
        Duration lifetime = directives.stream()
                .map(MAX_AGE::matcher)
                .filter(Matcher::matches)
                .map(age -> seconds(age.group(1)))
                .findFirst()
                .or(() -> untilExpiry(headers, now))
                .orElse(Duration.ZERO);
        Duration left = lifetime.minus(age(headers));
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }

    /** Section 4.1: what varies with everything fits no second request. */
    private static boolean varies(Headers headers) {
        return headers.all("vary").stream().anyMatch(field -> field.contains("*"));
    }

    /** Section 1.2.2: a number too large to be counted is taken as the largest. */
    private static Duration seconds(String digits) {
        return digits.length() > 9 ? Duration.ofSeconds(Integer.MAX_VALUE) : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Optional<Duration> untilExpiry(Headers headers, Instant now) {
        Instant sent = date(headers, "date").orElse(now);
        return date(headers, "expires").map(expires -> Duration.between(sent, expires));
    }

    private static Optional<Instant> date(Headers headers, String field) {
        return headers.first(field).flatMap(value -> Optional.ofNullable(DateUtils.parseStandardDate(value)));
    }

    private static Duration age(Headers headers) {
        return headers.first("age")
                .map(String::strip)
                .filter(value -> value.matches("\\d+"))
                .map(Freshness::seconds)
                .orElse(Duration.ZERO);
    }
}
