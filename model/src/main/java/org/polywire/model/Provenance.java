package org.polywire.model;

/** Who made the words of a translated sentence. A name never changes its meaning. */
public enum Provenance {
    /** An engine, for this text. */
    MACHINE,
    /** An engine, for this text, from sentences cut otherwise: what it made of them at first was held by the checks. */
    RESEGMENTED,
    /** An engine, for this text, in another way than its other sentences: what came of the first way was held by the checks. */
    REROUTED,
    /** An engine, for an earlier text that had the same sentence; the words were taken over to the letter. */
    REUSED,
    /** Nobody: the words are the original's own, as no translation of them passed the checks. */
    QUOTED,
    /** A person, who read what an engine had made for this article and changed it. */
    POST_EDITED,
    /** A person, who translated the same sentence in another text. */
    HUMAN;

    public boolean byEngine() {
        return !byPerson() && this != QUOTED;
    }

    public boolean byPerson() {
        return this == POST_EDITED || this == HUMAN;
    }
}
