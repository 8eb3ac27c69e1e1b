package org.polywire.gather;

/** What a fetch is made for; it decides the limits, and whether reservations of text and data mining apply. */
public enum Purpose {
    FEED,
    PAGE
}
