package org.polywire.store;

/** How far an article has come on its way in; its way out is its {@link Standing} in each edition. */
public enum Stage {
    /** Seen in a feed, not yet fetched. */
    SIGHTED,
    /** Fetched and taken from its page. */
    EXTRACTED,
    /** Not taken, with the reason. */
    REFUSED,
    /** Not fetched so far; it will be tried again. */
    FAILED,
    /** Withdrawn by its source. */
    WITHDRAWN
}
