package org.polywire.marian;

/** How a model's matrices are multiplied. */
public enum Arithmetic {
    /**
     * As the model was trained for: weights and what is multiplied with them are whole numbers of 8 bits. Small and fast. The
     * scales of the models clip on purpose, so that this gives the better translation, too.
     */
    INT_8,
    /** In single precision, with the weights read as real numbers. For comparison only. */
    FLOAT_32
}
