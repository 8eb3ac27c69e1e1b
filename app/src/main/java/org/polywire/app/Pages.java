package org.polywire.app;

import org.polywire.publish.Page;

/** What stands at each address of the site. */
interface Pages {
    /**
     * The page at a path; where there is nothing, a page that says so (404, or 410 for what was taken down).
     *
     * @param acceptLanguage the request's header, empty if it has none
     */
    Page at(String path, String acceptLanguage);
}
