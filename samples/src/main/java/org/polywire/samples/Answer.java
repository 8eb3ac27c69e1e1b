package org.polywire.samples;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server of the sample press says to one request. */
record Answer(int status, Map<String, String> headers, byte[] body) {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", type), body);
    }

    static Answer text(int status, String type, String text) {
        return of(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text in a charset; what the charset lacks stands as a character reference. */
    static byte[] encoded(String text, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder possible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            possible.append(encoder.canEncode(character) ? character : "&#" + point + ";");
        });
        return possible.toString().getBytes(charset);
    }

    /** The same with an ETag of its content and a Last-Modified date, so that it can be asked for conditionally. */
    Answer dated(Instant modified, boolean weak) {
        return with("ETag", (weak ? "W/" : "") + '"' + digest() + '"')
                .with("Last-Modified", HTTP_DATE.format(modified.atOffset(ZoneOffset.UTC)));
    }

    Answer with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, body);
    }

    private String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (unchanged(exchange)) {
            exchange.sendResponseHeaders(304, -1);
        } else if (head || body.length == 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** RFC 9110 §13.2.2: the date is looked at only if no tag was sent. */
    private boolean unchanged(HttpExchange exchange) {
        String tag = headers.get("ETag");
        if (status != 200 || tag == null) {
            return false;
        }
        String sent = exchange.getRequestHeaders().getFirst("If-None-Match");
        if (sent != null) {
            return sent.contains(tag.replace("W/", ""));
        }
        return notSince(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
    }

    private boolean notSince(@Nullable String date) {
        String modified = headers.get("Last-Modified");
        return date != null && modified != null && !instant(modified).isAfter(instant(date));
    }

    /** The distant past if it is no date, so that everything is newer. */
    private static Instant instant(String date) {
        try {
            return ZonedDateTime.parse(date, HTTP_DATE).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
