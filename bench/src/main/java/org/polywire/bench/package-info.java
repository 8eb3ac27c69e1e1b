/** Runs that measure and torment the whole newsroom; nothing depends on it. */
@NullMarked
package org.polywire.bench;

import org.jspecify.annotations.NullMarked;
