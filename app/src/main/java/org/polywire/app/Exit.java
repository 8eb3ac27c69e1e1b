package org.polywire.app;

/** The exit codes of every command; the help of each command lists them. */
final class Exit {
    static final int DONE = 0;
    static final int NOT_AS_EXPECTED = 1;
    static final int USAGE = 2;
    static final int CONFIGURATION = 3;
    static final int ENVIRONMENT = 4;
    static final int INTERNAL = 6;

    private Exit() {}
}
