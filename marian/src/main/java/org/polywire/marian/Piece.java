package org.polywire.marian;

/**
 * An entry of a vocabulary.
 *
 * @param text in UTF-8
 * @param score logarithm of its probability
 */
record Piece(byte[] text, float score, Kind kind) {

    /** The kinds, in the order of their numbers in {@code sentencepiece_model.proto}, which begin with 1. */
    enum Kind {
        NORMAL,
        UNKNOWN,
        CONTROL,
        USER_DEFINED,
        UNUSED,
        BYTE
    }
}
