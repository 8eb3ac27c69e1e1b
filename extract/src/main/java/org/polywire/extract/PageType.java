package org.polywire.extract;

/** What kind of page a page is. */
public enum PageType {
    ARTICLE,
    /** A report that grows while something happens, in dated parts. */
    LIVE,
    /** Pictures with a few words. */
    GALLERY,
    /** A film with a few words. */
    VIDEO,
    /** A list of other pages. */
    SECTION,
    /** Says that there is nothing here. */
    ERROR,
    /** Asks for consent before it shows anything. */
    CONSENT
}
