/** The sample press: small invented newspapers in six languages, served on loopback, with what must become of each article. */
@NullMarked
package org.polywire.samples;

import org.jspecify.annotations.NullMarked;
