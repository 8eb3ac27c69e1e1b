/** Which articles tell the same event, and how the texts of one article differ from each other. */
@NullMarked
package org.polywire.story;

import org.jspecify.annotations.NullMarked;
