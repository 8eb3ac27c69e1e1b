package org.polywire.connect;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.polywire.connect.Delivery.Later;
import org.polywire.gather.Courier.Reply.Answered;
import org.polywire.model.Headers;

/** What answers mean that are the same in every system. */
final class Answers {
    /** Whoever asks for more is asked again after this. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private static final int DETAIL = 200;

    private Answers() {}

    static boolean fine(Answered answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    /** What is wrong with the system as a whole rather than with one article. */
    static Later passing(Answered answer, Instant now) {
        Obstacle obstacle = switch (answer.status()) {
            case 401, 403 -> Obstacle.NOT_AUTHORISED;
            case 404, 405 -> Obstacle.NOT_THERE;
            case 429, 503 -> Obstacle.BUSY;
            default -> answer.status() >= 500 ? Obstacle.SERVER_ERROR : Obstacle.NOT_UNDERSTOOD;
        };
        return new Later(obstacle, "status " + answer.status(), retryAfter(answer.headers(), now));
    }

    /** By RFC 9110, section 10.2.3: seconds or a date. */
    static Duration retryAfter(Headers headers, Instant now) {
        String value = headers.first("Retry-After").orElse("").strip();
        Duration pause = value.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : until(value, now);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.isNegative() ? Duration.ZERO : pause;
    }

    private static Duration until(String date, Instant now) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    static String text(Answered answer) {
        return new String(answer.body().toArray(), StandardCharsets.UTF_8);
    }

    /** At most so much of a foreign text as fits into a line of a log, without line breaks and control characters. */
    static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= DETAIL ? line : line.substring(0, DETAIL) + "…";
    }
}
