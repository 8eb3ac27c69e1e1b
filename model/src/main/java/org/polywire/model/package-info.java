/** The words of the newsroom as immutable values: sources, articles, translations, verdicts, publications. */
@NullMarked
package org.polywire.model;

import org.jspecify.annotations.NullMarked;
