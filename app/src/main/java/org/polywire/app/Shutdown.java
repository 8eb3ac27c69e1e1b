package org.polywire.app;

import java.util.concurrent.CountDownLatch;

/** The end of a command that runs until it is told to stop (Ctrl-C, SIGTERM). */
final class Shutdown {
    private Shutdown() {}

    /**
     * Waits for the signal, then stops and ends the process with {@link Exit#DONE}.
     *
     * @param stop has its own deadline
     */
    static int await(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            Runtime.getRuntime().halt(Exit.DONE);
        }));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.run();
        }
        return Exit.DONE;
    }
}
