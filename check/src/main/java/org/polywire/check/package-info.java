/** Reads a translation beside its original as a careful editor would, and decides whether it may be published. */
@NullMarked
package org.polywire.check;

import org.jspecify.annotations.NullMarked;
