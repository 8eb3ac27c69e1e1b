/** Reads the web for the newsroom, politely and guarded: pages, feeds, and what their sites allow. */
@NullMarked
package org.polywire.gather;

import org.jspecify.annotations.NullMarked;
