package org.polywire.model;

/** How much of an article its source shows to everybody. */
public enum Access {
    FREE,
    METERED,
    /** A wall hides a part; only what is visible was taken. */
    PARTIAL,
    UNKNOWN
}
