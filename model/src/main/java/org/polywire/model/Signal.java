package org.polywire.model;

/**
 * One thing that a source says about what may be done with its work.
 *
 * @param place where it says so, such as {@code meta robots} or {@code robots.txt}
 * @param evidence its words, at most {@link #LONGEST} characters
 */
public record Signal(Kind kind, String place, String evidence) {
    /** In UTF-16 units. */
    public static final int LONGEST = 300;

    public Signal {
        evidence = evidence.strip();
        evidence = evidence.length() <= LONGEST ? evidence : evidence.substring(0, LONGEST - 1) + "…";
    }

    /** What it says; each with the most that it leaves, and the reason given if that is nothing. */
    public enum Kind {
        /** robots.txt does not allow us the page. */
        ROBOTS_FORBIDS(Usage.NOTHING, Reason.ROBOTS_FORBIDDEN),
        /** {@code noindex} or {@code none}, in a page or a header. */
        NOINDEX(Usage.NOTHING, Reason.NOINDEX),
        /** {@code unavailable_after} a date that has passed. */
        EXPIRED(Usage.NOTHING, Reason.NOINDEX),
        /** TDMRep: text and data mining is reserved. */
        TDM_RESERVED(Usage.NOTHING, Reason.RIGHTS_RESERVED),
        /** TDMRep: it is not. */
        TDM_FREE(Usage.FULL, Reason.RIGHTS_RESERVED),
        /** TDMRep: where a licence can be had. */
        TDM_POLICY(Usage.FULL, Reason.RIGHTS_RESERVED),
        /** {@code notranslate} or {@code translate="no"} for the whole page. */
        NO_TRANSLATION(Usage.NOTHING, Reason.TRANSLATION_REFUSED),
        /** {@code noai}: machines are to keep off; a translation engine is one. */
        NO_AI(Usage.NOTHING, Reason.TRANSLATION_REFUSED),
        /** {@code noimageai}: pictures are not to be learnt from; nothing is learnt here. */
        NO_IMAGE_AI(Usage.FULL, Reason.TRANSLATION_REFUSED),
        /** {@code Content-Usage: train-ai=n}; nothing is trained here. */
        NO_TRAINING(Usage.FULL, Reason.RIGHTS_RESERVED),
        /** {@code Content-Usage: search=n}: no search may lead to the text. */
        NO_SEARCH(Usage.HEADLINE, Reason.NOINDEX),
        /** {@code nosnippet} or {@code max-snippet:0}. */
        NO_SNIPPET(Usage.HEADLINE, Reason.NOINDEX),
        /** {@code noarchive}: no copy of the text. */
        NO_ARCHIVE(Usage.EXCERPT, Reason.NOINDEX),
        /** A licence under which anybody may publish a translation: CC0, public domain, CC BY, CC BY-SA. */
        LICENCE_OPEN(Usage.FULL, Reason.LICENCE_FORBIDS),
        /** A licence that forbids commerce; whether there is any, only the operator knows, and says so by a grant. */
        LICENCE_NONCOMMERCIAL(Usage.FULL, Reason.LICENCE_FORBIDS),
        /** A licence that forbids adaptations, and so translations. */
        LICENCE_NO_DERIVATIVES(Usage.NOTHING, Reason.LICENCE_FORBIDS),
        /** A licence that is not known here. */
        LICENCE_OTHER(Usage.FULL, Reason.LICENCE_FORBIDS),
        /** RSL: our use is prohibited, or not among those permitted. */
        RSL_PROHIBITS(Usage.NOTHING, Reason.LICENCE_FORBIDS),
        /** RSL: a licence must be obtained or paid for first. */
        RSL_ASKS_FOR_LICENCE(Usage.NOTHING, Reason.LICENCE_FORBIDS),
        /** RSL: our use is permitted. */
        RSL_PERMITS(Usage.FULL, Reason.LICENCE_FORBIDS),
        /** Only a part of the article is shown to the public. */
        PAYWALL(Usage.NOTHING, Reason.PAYWALLED),
        /** The text itself says that a machine translated it. */
        MACHINE_TRANSLATED(Usage.NOTHING, Reason.MACHINE_TRANSLATED),
        /** A copyright notice in plain words. */
        NOTICE(Usage.FULL, Reason.RIGHTS_RESERVED);

        private final Usage most;
        private final Reason reason;

        Kind(Usage most, Reason reason) {
            this.most = most;
            this.reason = reason;
        }

        /** The most that may be published in spite of it. */
        public Usage most() {
            return most;
        }

        /** Under which an article is refused of which it leaves nothing. */
        public Reason reason() {
            return reason;
        }
    }
}
