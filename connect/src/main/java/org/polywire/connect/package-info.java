/** Connectors: the publication log told to other systems, so that being told twice changes nothing. */
@NullMarked
package org.polywire.connect;

import org.jspecify.annotations.NullMarked;
