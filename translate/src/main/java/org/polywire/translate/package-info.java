/** Turns an article into an edition's language: sentences, markup, protected text, routes, and the engines that translate. */
@NullMarked
package org.polywire.translate;

import org.jspecify.annotations.NullMarked;
