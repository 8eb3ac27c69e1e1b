/**
 * Runs the student models of Firefox Translations (Bergamot, Marian) in the Java machine, and fetches them. The front door
 * is {@link org.polywire.marian.Marian}.
 */
@NullMarked
package org.polywire.marian;

import org.jspecify.annotations.NullMarked;
