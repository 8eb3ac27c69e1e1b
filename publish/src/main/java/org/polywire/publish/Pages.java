package org.polywire.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.polywire.model.Bytes;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;

/** Bodies made into answers: cleaned, encoded, tagged, and with the headers that keep readers safe. */
final class Pages {
    /** The stylesheet is part of every page, so that a page is one request. */
    static final Assets ASSETS = Assets.load();

    /**
     * Nothing runs, nothing is framed, forms go to ourselves; style and pictures are our own. No script could use
     * {@code connect-src}: it lets a browser's own tools read {@code robots.txt} from where a page stands.
     */
    static final String POLICY = policy("'self'");

    /** The same where pictures may come from their sources. */
    static final String LINKING_POLICY = policy("'self' http: https:");

    static final String NOT_INDEXED = "noindex,noarchive";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Pages() {}

    private static String policy(String pictures) {
        return "default-src 'none'; style-src " + ASSETS.stylesheetSource() + "; img-src " + pictures
                + "; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /** How long an answer may be used without asking again. */
    enum Freshness {
        /** Speaks of this moment only. */
        NOW(Duration.ZERO),
        /** Grows with the news. */
        LIST(Duration.ofSeconds(15)),
        /** Changes when its source corrects it. */
        TEXT(Duration.ofMinutes(1)),
        /** Changes when the operator changes it. */
        HOUSE(Duration.ofHours(1));

        private final Duration age;

        Freshness(Duration age) {
            this.age = age;
        }

        long seconds() {
            return age.toSeconds();
        }

        String header() {
            return this == NOW ? "no-store" : "public, max-age=" + age.toSeconds();
        }
    }

    /**
     * How fresh an answer stays that says why there is no other: like others where that lies in the address alone, as with what is
     * not there or was taken down. All else could lie in a reader's own headers, and a cache must not keep it for the next.
     */
    static Freshness kept(int status, Freshness known) {
        return status == 404 || status == 410 ? known : Freshness.NOW;
    }

    static Page html(
            int status,
            LanguageTag language,
            Freshness freshness,
            boolean indexed,
            Optional<Instant> changed,
            String policy,
            String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Language", language.value());
        headers.put("Content-Security-Policy", policy);
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        if (!indexed) {
            headers.put("X-Robots-Tag", NOT_INDEXED);
        }
        changed.ifPresent(at -> headers.put("Last-Modified", httpDate(at)));
        return page(status, "text/html; charset=utf-8", freshness, headers, body);
    }

    /** The same page, said to differ by the reader's languages. */
    static Page varying(Page page) {
        Map<String, String> headers = new LinkedHashMap<>(page.headers());
        headers.put("Vary", "Accept-Language");
        return new Page(page.status(), page.contentType(), headers, page.body());
    }

    static Page feed(String type, LanguageTag language, List<Publication> content, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Language", language.value());
        headers.put("X-Robots-Tag", NOT_INDEXED);
        lastChange(content).ifPresent(at -> headers.put("Last-Modified", httpDate(at)));
        return page(200, type + "; charset=utf-8", Freshness.LIST, headers, body);
    }

    static Page asset(String type, Freshness freshness, String body) {
        return page(200, type, freshness, Map.of("Content-Security-Policy", POLICY), body);
    }

    /** An answer to a program. Anybody's pages may read it: it holds nothing that is not public. */
    static Page data(int status, String type, Freshness freshness, Optional<Instant> changed, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("X-Robots-Tag", NOT_INDEXED);
        changed.ifPresent(at -> headers.put("Last-Modified", httpDate(at)));
        return page(status, type, freshness, headers, body);
    }

    /** The same page with another header. */
    static Page with(Page page, String name, String value) {
        Map<String, String> headers = new LinkedHashMap<>(page.headers());
        headers.put(name, value);
        return new Page(page.status(), page.contentType(), headers, page.body());
    }

    static Optional<Instant> lastChange(List<Publication> content) {
        return content.stream().map(publication -> publication.entry().at()).max(Instant::compareTo);
    }

    /** RFC 9110's date, which is also one of RFC 822's: English and GMT wherever the reader is. */
    static String httpDate(Instant time) {
        return HTTP_DATE.format(time);
    }

    /** 128 bits of SHA-256, in hexadecimal. */
    static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256(content), 0, 16);
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static Page picture(Bytes jpeg) {
        return page(200, "image/jpeg", Freshness.HOUSE, Map.of("X-Robots-Tag", NOT_INDEXED), jpeg.toArray());
    }

    private static Page page(int status, String type, Freshness freshness, Map<String, String> more, String body) {
        return page(status, type, freshness, more, Plain.clean(body).getBytes(StandardCharsets.UTF_8));
    }

    private static Page page(int status, String type, Freshness freshness, Map<String, String> more, byte[] bytes) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("ETag", '"' + hash(bytes) + '"');
        headers.put("Cache-Control", freshness.header());
        headers.put("X-Content-Type-Options", "nosniff");
        return new Page(status, type, headers, Bytes.copyOf(bytes));
    }
}
