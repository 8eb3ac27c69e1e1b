package org.polywire.app;

import org.polywire.publish.Page;

/** What stands at each address of the site. */
interface Pages {
    /** The page that was asked for; where there is nothing, a page that says so (404, or 410 for what was taken down). */
    Page at(Request request);
}
