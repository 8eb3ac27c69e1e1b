/** What tests of several modules share: servers on loopback, a clock that is set by hand, seeded randomness, golden files. */
@NullMarked
package org.polywire.testkit;

import org.jspecify.annotations.NullMarked;
