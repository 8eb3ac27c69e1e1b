package org.polywire.app;

import java.util.Optional;
import org.polywire.publish.Page;

/** What stands at each address of the site. */
interface Pages {
    /** The page that was asked for; where there is nothing, a page that says so (404, or 410 for what was taken down). */
    Page at(Request request);

    /** The same as it is sent. */
    default Ready ready(Request request) {
        return new Ready(at(request));
    }

    /** What is said at a path where a request could not be read (400, 414, 431), may not be made (405) or went wrong (500). */
    Page failed(int status, String path);

    /** The page at a path if it lies ready and is known to be up to date; must not wait for anything. */
    default Optional<Ready> atHand(String path) {
        return Optional.empty();
    }
}
