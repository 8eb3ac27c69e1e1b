package org.polywire.app;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hands out the pages that lie ready, at once and on the thread that reads from the connections; everything else goes on to whoever
 * stands behind, on a virtual thread of its own. What it sends is what {@link WebServer} would send.
 */
final class Counter extends Handler.Wrapper {
    private static final HttpField GZIP = new HttpField(HttpHeader.CONTENT_ENCODING, "gzip");

    /** Of a path with its query, in characters; RFC 9110, section 4.1, asks for at least 8,000. */
    static final int LONGEST_ADDRESS = 8_192;

    /** What anything here can be asked by; POST is for the hub and for the hubs of others. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final Pages site;

    Counter(Pages site) {
        this.site = site;
    }

    /** So that Jetty has no thread wait for it: it never does more here than look something up. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        OptionalInt refusal = refusal(request);
        if (refusal.isPresent()) {
            Thread.startVirtualThread(() -> refuse(request, response, callback, refusal.getAsInt()));
            return true;
        }
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        boolean reads = head || HttpMethod.GET.is(request.getMethod());
        Optional<Ready> ready = reads ? site.atHand(request.getHttpURI().getPath()) : Optional.empty();
        if (ready.isPresent()) {
            answer(ready.get(), head, request.getHeaders(), response, callback);
        } else {
            Thread.startVirtualThread(() -> passOn(request, response, callback));
        }
        return true;
    }

    /** The status with which a request is refused, whatever it asks for. */
    private static OptionalInt refusal(Request request) {
        if (Objects.requireNonNullElse(request.getHttpURI().getPathQuery(), "").length() > LONGEST_ADDRESS) {
            return OptionalInt.of(HttpStatus.URI_TOO_LONG_414);
        }
        return METHODS.contains(request.getMethod())
                ? OptionalInt.empty()
                : OptionalInt.of(HttpStatus.METHOD_NOT_ALLOWED_405);
    }

    private static void refuse(Request request, Response response, Callback callback, int status) {
        Leftover.forget(request);
        Response.writeError(request, response, callback, status);
    }

    private void passOn(Request request, Response response, Callback callback) {
        Ready.SAFEGUARDS.forEach(response.getHeaders()::put);
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable failure) {
            // No one else would end the answer, and its reader would wait.
            Response.writeError(request, response, callback, failure);
        }
    }

    private static void answer(Ready ready, boolean head, HttpFields asked, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        ready.fields().forEach(headers::put);
        if (Validators.match(asked.get(HttpHeader.IF_NONE_MATCH), asked.get(HttpHeader.IF_MODIFIED_SINCE), ready)) {
            response.setStatus(304);
            response.write(true, null, callback);
            return;
        }
        response.setStatus(ready.status());
        headers.put(HttpHeader.CONTENT_TYPE, ready.contentType());
        boolean zipped = ready.compressible() && Encodings.takesGzip(asked.get(HttpHeader.ACCEPT_ENCODING));
        byte[] body = zipped ? ready.zipped() : ready.plain();
        if (zipped) {
            headers.put(GZIP);
        }
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, head ? null : ByteBuffer.wrap(body), callback);
    }
}
