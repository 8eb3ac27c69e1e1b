package org.polywire.story;

import org.polywire.model.ArticleId;

/**
 * How alike a text is to one of another article.
 *
 * @param article the other
 * @param odds the log-odds that both tell the same event
 * @param copy whether one has the words of the other
 * @param sameLanguage whether both are in one language
 */
record Likeness(ArticleId article, double odds, boolean copy, boolean sameLanguage) {}
