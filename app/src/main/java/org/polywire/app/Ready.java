package org.polywire.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;
import org.polywire.publish.Page;

/**
 * A page in the two forms in which it is sent, with every header that goes with it. It is compressed once, when the first reader
 * asks for that. Safe to share between threads.
 */
final class Ready {
    /** What a page says for itself goes before these. */
    static final Map<String, String> SAFEGUARDS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "strict-origin-when-cross-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    private final Page page;
    private final Map<String, String> headers;
    private final List<HttpField> fields;
    private final byte[] plain;
    private volatile byte @Nullable [] zipped;

    Ready(Page page) {
        this.page = page;
        this.plain = page.body().toArray();
        this.headers = headers(page);
        this.fields = headers.entrySet().stream()
                .map(header -> (HttpField) new PreEncodedHttpField(header.getKey(), header.getValue()))
                .toList();
    }

    private static Map<String, String> headers(Page page) {
        Map<String, String> headers = new LinkedHashMap<>(SAFEGUARDS);
        headers.putAll(page.headers());
        headers.merge("Vary", "Accept-Encoding", (others, own) -> others + ", " + own);
        // Weak, because the same page also goes out compressed, as other bytes.
        headers.computeIfPresent("ETag", (name, tag) -> "W/" + tag);
        return Map.copyOf(headers);
    }

    int status() {
        return page.status();
    }

    String contentType() {
        return page.contentType();
    }

    /** All but the content's type, encoding and length. */
    Map<String, String> headers() {
        return headers;
    }

    /** The same, encoded once for all. */
    List<HttpField> fields() {
        return fields;
    }

    /** The body as it is; not to be changed. */
    byte[] plain() {
        return plain;
    }

    /** Whether it becomes smaller by being compressed; pictures are. */
    boolean compressible() {
        return !page.contentType().equals("image/jpeg");
    }

    /** The body in gzip; not to be changed. */
    byte[] zipped() {
        byte[] known = zipped;
        if (known == null) {
            known = zip(plain);
            zipped = known;
        }
        return known;
    }

    /** How many bytes it holds, once compressed. */
    int weight() {
        return plain.length + zipped().length + 1024;
    }

    private static byte[] zip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3 + 64);
        try (GZIPOutputStream gzip = new Thorough(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Takes the time to compress well: it is done once for many readers. */
    private static final class Thorough extends GZIPOutputStream {
        Thorough(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
