package org.polywire.translate;

/** How a text is cut into what an engine takes for sentences. */
public enum Segmentation {
    /** As the language writes them. */
    SENTENCES,
    /** Those and, where they are long enough, their clauses: after commas, semicolons, colons and dashes. */
    CLAUSES,
    /** All that stands together as one. */
    JOINED
}
