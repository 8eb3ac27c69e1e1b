package org.polywire.app;

import java.nio.ByteBuffer;
import java.util.Optional;
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

    private void passOn(Request request, Response response, Callback callback) {
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
