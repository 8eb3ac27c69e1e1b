package org.polywire.translate;

import org.polywire.model.Article;
import org.polywire.model.Translation;

/**
 * A translation that was made before, of a text that may have sentences in common with a new one: an earlier version of it, or
 * a copy from the same agency.
 *
 * @param source what was translated
 */
public record Precedent(Article source, Translation translation) {}
