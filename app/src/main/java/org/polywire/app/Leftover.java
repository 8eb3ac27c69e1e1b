package org.polywire.app;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What a request still brings when its answer is known. A connection that is closed with bytes unread is reset, and its sender may
 * never see the answer (RFC 9112, section 9.6): so it is read, and forgotten, before the answer is sent. Not what is longer than
 * {@link #MOST_BYTES}, of a length that was not said, or sent only if we wish it (RFC 9110, section 10.1.1).
 */
final class Leftover {
    /** As much as a sender may have on its way before it looks for an answer; most systems keep less for a connection. */
    static final long MOST_BYTES = 1 << 20;

    /** After this time nothing more is waited for: a sender who drips gets the answer, or the end, that they would have got. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Leftover() {}

    /** Returns when all has come, or it has taken too long, or its sender has been idle for longer than a connection may be. */
    static void forget(Request request) {
        if (isShort(request.getLength(), request.getHeaders().get(HttpHeader.EXPECT))) {
            forget(() -> Content.Source.asInputStream(request));
        }
    }

    /** The same of what another handler may have read in part. */
    static void forget(HttpServletRequest request) {
        if (isShort(request.getContentLengthLong(), request.getHeader("Expect"))) {
            forget(request::getInputStream);
        }
    }

    private static boolean isShort(long length, @Nullable String expectation) {
        return length > 0 && length <= MOST_BYTES && expectation == null;
    }

    private interface Body {
        InputStream open() throws IOException;
    }

    private static void forget(Body body) {
        long end = System.nanoTime() + LONGEST.toNanos();
        byte[] part = new byte[8192];
        try (InputStream rest = body.open()) {
            while (rest.read(part) >= 0 && System.nanoTime() < end) {}
        } catch (IOException broken) {
            // Whoever stops sending does not wait for an answer either.
        }
    }
}
