package org.polywire.check;

import org.polywire.model.FindingCode;

/** What is measured of a sentence beside its original; 0 is what a sound translation mostly has. */
public enum Signal {
    /** Standard deviations that it is shorter than the pair of languages lets expect. */
    SHORT(FindingCode.LENGTH_RATIO),
    LONG(FindingCode.LENGTH_RATIO),
    /** Evidence that the words have nothing to do with each other, per word. */
    UNRELATED(FindingCode.UNRELATED),
    /** Evidence for it, per word; what a good translation has most of. */
    RELATED(FindingCode.UNRELATED),
    /** Evidence that a run of the original has no counterpart. */
    OMITTED(FindingCode.OMISSION),
    /** The same for the original's end. */
    CUT(FindingCode.OMISSION),
    ADDED(FindingCode.ADDITION),
    NUMBER_EXCHANGED(FindingCode.NUMBER_CHANGED),
    NUMBER_LOST(FindingCode.NUMBER_CHANGED),
    NUMBER_ADDED(FindingCode.NUMBER_CHANGED),
    NUMBER_WORD(FindingCode.NUMBER_CHANGED),
    NAME_EXCHANGED(FindingCode.NAME_CHANGED),
    NAME_LOST(FindingCode.NAME_CHANGED),
    NAME_ADDED(FindingCode.NAME_CHANGED),
    /** A name came where one went: beside the counterpart of a word that stood beside it. */
    NAME_SLOT(FindingCode.NAME_CHANGED),
    NEGATION_LOST(FindingCode.NEGATION),
    NEGATION_ADDED(FindingCode.NEGATION),
    /** Words beside a denial that went that have counterparts. */
    NEGATION_BARE(FindingCode.NEGATION),
    /** The same of a denial that came. */
    NEGATION_STRANGE(FindingCode.NEGATION),
    /** Evidence that the words beside a denial that went or came are translated. */
    NEGATION_LITERAL(FindingCode.NEGATION),
    /** What may deny where a denial went or from where it came stands only near it: 1; nowhere there: 2; nowhere: 3. */
    NEGATION_OPEN(FindingCode.NEGATION),
    /** Denials of which the word that stands for what they deny has no denial about it in the translation. */
    NEGATION_GONE(FindingCode.NEGATION),
    /** The same of the translation's denials in the original. */
    NEGATION_COME(FindingCode.NEGATION),
    /** The translation has a negating word that cannot stand alone, such as {@code nada} without {@code no}. */
    NEGATION_BROKEN(FindingCode.NEGATION),
    END(FindingCode.OMISSION),
    QUESTION(FindingCode.NEGATION),
    SENTENCES_LOST(FindingCode.OMISSION),
    SENTENCES_ADDED(FindingCode.ADDITION),
    REPEATED(FindingCode.REPETITION),
    FOREIGN(FindingCode.WRONG_LANGUAGE),
    COPIED(FindingCode.UNTRANSLATED),
    COPIED_RUN(FindingCode.UNTRANSLATED),
    /** The same between languages that are not close. */
    COPIED_RUN_FAR(FindingCode.UNTRANSLATED),
    QUOTES(FindingCode.QUOTE_COUNT),
    CALENDAR(FindingCode.NUMBER_CHANGED),
    QUANTITY(FindingCode.NUMBER_CHANGED),
    UNKNOWN(FindingCode.UNKNOWN_WORDS),
    FAULTY(FindingCode.ENGINE_FAULT);

    private final FindingCode code;

    Signal(FindingCode code) {
        this.code = code;
    }

    /** What a finding that rests on it is called. */
    FindingCode code() {
        return code;
    }
}
