package org.polywire.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.polywire.gather.Answer.Response;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Refused;
import org.polywire.model.Headers;
import org.polywire.model.Reason;

/** What the statuses of HTTP other than success and redirects mean for a newsroom. */
final class Statuses {
    private static final Duration LONGEST = Duration.ofDays(1);

    private Statuses() {}

    static Fetch failure(Response response, Instant now) {
        int status = response.status();
        String detail = "HTTP " + status
                + Firewall.name(response.headers()).map(name -> ", by " + name).orElse("");
        Duration retryAfter = retryAfter(response.headers(), now);
        return switch (status) {
            case 401, 403, 451 -> new Refused(Reason.ACCESS_DENIED, detail);
            case 404 -> new Failed(Reason.NOT_FOUND, detail);
            case 408 -> new Failed(Reason.TIMEOUT, detail, retryAfter);
            case 410 -> new Refused(Reason.GONE, detail);
            case 429 -> new Failed(Reason.RATE_LIMITED, detail, retryAfter);
            default -> byClass(status, detail, retryAfter);
        };
    }

    private static Fetch byClass(int status, String detail, Duration retryAfter) {
        return switch (status / 100) {
            case 4 -> new Refused(Reason.CLIENT_ERROR, detail);
            case 5 -> new Failed(Reason.SERVER_ERROR, detail, retryAfter);
            // A redirect to nowhere, a part of what was asked for, a 304 that nobody asked for.
            default -> new Failed(Reason.PROTOCOL_ERROR, detail + " makes no sense here");
        };
    }

    /** Seconds or a date (RFC 9110, section 10.2.3); zero if there is none that can be read, at most a day. */
    static Duration retryAfter(Headers headers, Instant now) {
        return headers.first("retry-after")
                .map(String::strip)
                .flatMap(value -> wait(value, now))
                .filter(Duration::isPositive)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> wait(String value, Instant now) {
        if (value.matches("\\d+")) {
            return Optional.of(value.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(value)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(value)).map(date -> Duration.between(now, date));
    }
}
