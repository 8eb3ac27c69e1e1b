package org.polywire.language;

import org.polywire.model.LanguageTag;

/**
 * A language that a text may be in.
 *
 * @param language a primary tag without region or script, such as {@code gl}
 * @param confidence from 0 to 1; the guesses for one text sum up to at most 1
 */
public record Guess(LanguageTag language, double confidence) {}
