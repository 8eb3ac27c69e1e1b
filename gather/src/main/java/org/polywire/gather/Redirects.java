package org.polywire.gather;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.polywire.gather.Answer.Response;

/** Where an answer sends us. */
final class Redirects {
    private Redirects() {}

    /** The address that a redirect names; empty if the answer is no redirect or names none that could be fetched. */
    static Optional<URI> target(URI address, Response response) {
        return response.isRedirect()
                ? response.headers().first("location").flatMap(location -> Links.resolve(address, inUtf8(location)))
                : Optional.empty();
    }

    /** Header fields arrive one character for each byte; most servers that send letters beyond ASCII mean UTF-8. */
    private static String inUtf8(String field) {
        String text = new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : field;
    }
}
