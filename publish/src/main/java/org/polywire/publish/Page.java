package org.polywire.publish;

import java.util.Map;
import org.polywire.model.Bytes;

/**
 * A complete answer to a reader: what a web server sends, or a file of an export.
 *
 * @param status of HTTP: 200, 404 or 410
 * @param contentType with its charset where it has one
 * @param headers all others, among them always {@code ETag} (strong, of the body), {@code Cache-Control} and
 *     {@code X-Content-Type-Options}
 */
public record Page(int status, String contentType, Map<String, String> headers, Bytes body) {
    public Page {
        headers = Map.copyOf(headers);
    }

    /** The body's entity tag with its quotation marks, as in {@code If-None-Match}. */
    public String etag() {
        return headers.getOrDefault("ETag", "");
    }
}
