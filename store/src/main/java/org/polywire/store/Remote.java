package org.polywire.store;

import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;

/**
 * What stands for an article at a connector's other side.
 *
 * @param id of the other side's own choosing
 * @param mark tells one state of the content from another
 */
public record Remote(String connector, LanguageTag edition, ArticleId article, String id, String mark) {}
