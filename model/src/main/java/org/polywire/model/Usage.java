package org.polywire.model;

/** How much of an article may be published, from nothing to everything. */
public enum Usage {
    /** It is left alone. */
    NOTHING,
    /** The headline, with a link to the original. */
    HEADLINE,
    /** Headline and standfirst, with a link to the original. */
    EXCERPT,
    /** The whole article. */
    FULL;

    /** The lesser of two. */
    public Usage and(Usage other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
