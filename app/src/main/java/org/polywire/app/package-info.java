/** The program: its command line, its configuration, the web server of the site, and the wiring of all else by hand. */
@NullMarked
package org.polywire.app;

import org.jspecify.annotations.NullMarked;
