package org.polywire.app;

import java.util.Optional;
import org.polywire.publish.Page;

/** What stands at each address of the site. */
interface Pages {
    /**
     * The page at a path; where there is nothing, a page that says so (404, or 410 for what was taken down).
     *
     * @param acceptLanguage the request's header, empty if it has none
     */
    Page at(String path, String acceptLanguage);

    /** The same as it is sent. */
    default Ready ready(String path, String acceptLanguage) {
        return new Ready(at(path, acceptLanguage));
    }

    /** What is said at a path whose page could not be made. */
    Page failed(String path);

    /** The page at a path if it lies ready and is up to date: answered without waiting for anything. */
    default Optional<Ready> atHand(String path) {
        return Optional.empty();
    }
}
