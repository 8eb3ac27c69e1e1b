/** What readers meet: pure functions from publications to pages and feeds, each of which says what it is. */
@NullMarked
package org.polywire.publish;

import org.jspecify.annotations.NullMarked;
