package org.polywire.model;

/** What an engine's translations for one pair of languages are good for, as measured. Ordered: the first is the least. */
public enum Fitness {
    /** A reader can tell what the text is about. */
    GIST,
    /** Fit to be published as news, once checked. */
    NEWS
}
