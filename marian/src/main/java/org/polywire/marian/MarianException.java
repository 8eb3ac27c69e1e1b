package org.polywire.marian;

/** Says that a model could not be run although its files are sound. */
public final class MarianException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    MarianException(String message, Throwable cause) {
        super(message, cause);
    }
}
