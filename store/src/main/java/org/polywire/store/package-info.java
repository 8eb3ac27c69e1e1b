/** What the newsroom remembers: sources, articles, their standing in each edition, their history, the publication log. */
@NullMarked
package org.polywire.store;

import org.jspecify.annotations.NullMarked;
