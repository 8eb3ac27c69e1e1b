package org.polywire.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.polywire.testkit.LoopbackServer.Answer;

/** The usual answers of a {@link LoopbackServer}, good and bad. */
public final class Answers {
    private static final int BLOCK = 64 * 1024;

    private Answers() {}

    /** 200 with a text in UTF-8. */
    public static Answer ok(String contentType, String body) {
        return ok(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer ok(String contentType, byte[] body) {
        return exchange -> send(exchange, 200, body, "Content-Type", contentType);
    }

    /**
     * A status without a body.
     *
     * @param headers name, value, name, value …
     */
    public static Answer status(int status, String... headers) {
        return exchange -> send(exchange, status, new byte[0], headers);
    }

    /** 302 to an address, which may be relative. */
    public static Answer redirect(String location) {
        return status(302, "Location", location);
    }

    /** Another answer with more headers. */
    public static Answer with(String name, String value, Answer answer) {
        return exchange -> {
            exchange.getResponseHeaders().add(name, value);
            answer.write(exchange);
        };
    }

    /** 200 with validators; 304 to a request that names one of them. */
    public static Answer versioned(String etag, String lastModified, String contentType, String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders().set("Last-Modified", lastModified);
            boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    || lastModified.equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            (known ? status(304) : ok(contentType, body)).write(exchange);
        };
    }

    /** One answer after the other, the last one for ever. */
    public static Answer sequence(Answer... answers) {
        List<Answer> all = List.of(answers);
        AtomicInteger next = new AtomicInteger();
        return exchange ->
                all.get(Math.min(next.getAndIncrement(), all.size() - 1)).write(exchange);
    }

    /** 200, packed with gzip whether the client asked for it or not. */
    public static Answer gzip(String contentType, String body) {
        byte[] packed = packed(body.getBytes(StandardCharsets.UTF_8), 1);
        return with("Content-Encoding", "gzip", ok(contentType, packed));
    }

    /** 200 with a few packed bytes that unpack to this many zeros, in steps of 64 KiB. */
    public static Answer gzipBomb(long unpacked) {
        byte[] packed = packed(new byte[BLOCK], unpacked / BLOCK);
        return with("Content-Encoding", "gzip", ok("text/html", packed));
    }

    /** 200 and a body that comes as fast as it is read and never ends. */
    public static Answer endless() {
        return flow(BLOCK, Duration.ZERO);
    }

    /** 200 and a body of one byte at a time, which never ends. */
    public static Answer drip(Duration pause) {
        return flow(1, pause);
    }

    private static Answer flow(int step, Duration pause) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (true) {
                out.write(" ".repeat(step).getBytes(StandardCharsets.US_ASCII));
                out.flush();
                pause(pause);
            }
        };
    }

    private static void pause(Duration pause) throws InterruptedIOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server was stopped");
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body, String... headers) throws IOException {
        for (int i = 0; i + 1 < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] packed(byte[] block, long times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            for (long i = 0; i < times; i++) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return packed.toByteArray();
    }
}
