package org.polywire.story;

/**
 * What two articles about one event have in common.
 *
 * <p>The order is that of the written form; new ones go last.
 */
enum Mark {
    /** A name as it is written in Latin letters. */
    NAME(24, 0.003),
    /** The consonants of a name, or, where there are no capitals, of a word that may be one. */
    SOUND(64, 0.006),
    /** A number of three digits and more that is no year. */
    NUMBER(24, 0.003),
    /** A number of two digits, or a year. */
    SMALL_NUMBER(16, 0.06),
    /** A word of the text's own language. */
    WORD(48, 0.02),
    /** The beginning of a word of the headline: what an article is about, without endings. */
    TITLE(16, 0.01);

    /** The least that is expected of any kind. */
    static final double RAREST = 0.003;

    private final int most;
    private final double expected;

    Mark(int most, double expected) {
        this.most = most;
        this.expected = expected;
    }

    /** How many of a text are kept. */
    int most() {
        return most;
    }

    /** In what share of stories one is expected before any was seen. */
    double expected() {
        return expected;
    }
}
