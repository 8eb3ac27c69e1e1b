/** The order of work: from a sighting to the publication log, durable at every step. */
@NullMarked
package org.polywire.pipeline;

import org.jspecify.annotations.NullMarked;
