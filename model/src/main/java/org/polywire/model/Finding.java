package org.polywire.model;

/**
 * One thing that the checks noticed.
 *
 * @param place the unit where it is
 * @param evidence the words that show it, from the text itself; may be empty
 */
public record Finding(FindingCode code, Severity severity, Place place, String evidence) {
    /** Ordered: the first is the least. */
    public enum Severity {
        /** Worth recording; keeps nothing back. */
        NOTE,
        /** Keeps the translation back for a person to look at. */
        HOLD,
        /** The translation is unusable. */
        REJECT
    }
}
