package org.polywire.gather;

import java.time.Duration;

/** The moment by which a fetch has ended, one way or the other; for one thread. */
final class Deadline {
    private long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, never negative. */
    long nanosLeft() {
        return Math.max(0, end - System.nanoTime());
    }

    boolean passed() {
        return nanosLeft() == 0;
    }

    /** Gives back time that was spent waiting for our own turn. */
    void postpone(long nanos) {
        end += nanos;
    }
}
