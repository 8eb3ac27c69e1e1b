package org.polywire.publish;

import org.polywire.model.ArticleId;
import org.polywire.model.Edition;

/** Something that the site serves at an address of its own; see {@link Addresses}. */
public sealed interface Resource {
    /** The chooser of editions. */
    record Home() implements Resource {}

    record Front(Edition edition) implements Resource {}

    /** An article, or the tombstone where one stood. */
    record Text(Edition edition, ArticleId article) implements Resource {}

    /** An article beside its original, sentence by sentence. */
    record Comparison(Edition edition, ArticleId article) implements Resource {}

    record About(Edition edition) implements Resource {}

    record Rss(Edition edition) implements Resource {}

    record Atom(Edition edition) implements Resource {}

    /** Where readers search an edition; what they look for is the request's query. */
    record Search(Edition edition) implements Resource {}

    record Stylesheet() implements Resource {}

    record Favicon() implements Resource {}

    record Robots() implements Resource {}
}
