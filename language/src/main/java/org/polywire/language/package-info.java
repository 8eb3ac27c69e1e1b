/** Tells in which language a text is written. */
@NullMarked
package org.polywire.language;

import org.jspecify.annotations.NullMarked;
