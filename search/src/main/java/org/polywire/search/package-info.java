/** Full-text search over all editions: an index that follows the publication log and can be made from it at any time. */
@NullMarked
package org.polywire.search;

import org.jspecify.annotations.NullMarked;
