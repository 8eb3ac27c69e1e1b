package org.polywire.app;

/** Ends a command for a reason that its user can do something about; the message says what. */
final class CannotGoOn extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exit;

    /**
     * @param exit one of the codes of {@link Exit}
     * @param message what is wrong and what to do, in whole sentences
     */
    CannotGoOn(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
