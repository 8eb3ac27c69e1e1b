/** From the bytes of a news page to an {@link org.polywire.model.Article}, with an explanation of every decision. */
@NullMarked
package org.polywire.extract;

import org.jspecify.annotations.NullMarked;
