package org.polywire.marian;

import java.io.IOException;

/** Says that a file is not what its name promises, or that it is something we cannot run; carries the reason. */
public final class BadModelException extends IOException {
    private static final long serialVersionUID = 1;

    /** Stable names of what is wrong: they are counted and searched for. */
    public enum Fault {
        /** The file ends before what it announces. */
        TRUNCATED,
        /** The bytes do not have the form of such a file. */
        MALFORMED,
        /** The form is right, but a number, name or size contradicts another. */
        INCONSISTENT,
        /** A kind of model that this engine does not run. */
        UNSUPPORTED,
        /** More of something than a real file ever holds. */
        TOO_LARGE
    }

    private final Fault fault;

    BadModelException(Fault fault, String detail) {
        super(fault + ": " + detail);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
