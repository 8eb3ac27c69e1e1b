package org.polywire.samples;

/** What must have become of an article in one edition when the sample press has finished. */
public sealed interface Outcome {
    /** Translated and on the site. */
    record Published() implements Outcome {}

    /** On the site as its paper wrote it, since the edition has the same language. */
    record Carried() implements Outcome {}

    /** On the site in its corrected form, translated or carried, and marked as corrected. */
    record Corrected() implements Outcome {}

    /** Once on the site, now a tombstone. */
    record Withdrawn() implements Outcome {}

    /**
     * Never on the site.
     *
     * @param code the stable name of the reason, such as {@code NO_ROUTE}
     */
    record Refused(String code) implements Outcome {}
}
