package org.polywire.store;

import java.sql.SQLException;

/** The memory could not be asked or changed; its cause is what the database said. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what was asked of the database */
    StoreException(String what, SQLException cause) {
        super(cause.getMessage() + ", at: " + what.strip(), cause);
    }
}
