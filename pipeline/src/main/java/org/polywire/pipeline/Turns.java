package org.polywire.pipeline;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets those who would do the same work do it one after the other, so that the second finds what the first made. Others seldom
 * wait. Safe to share between threads.
 */
final class Turns {
    private static final int COUNT = 256;

    private final ReentrantLock[] turns = new ReentrantLock[COUNT];

    Turns() {
        Arrays.setAll(turns, i -> new ReentrantLock(true));
    }

    /** @param subject what the work is about; no turn may be taken inside another */
    void take(Object subject, Runnable work) {
        ReentrantLock turn = turns[Math.floorMod(subject.hashCode(), COUNT)];
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }
}
