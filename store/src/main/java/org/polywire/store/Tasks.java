package org.polywire.store;

import org.jdbi.v3.core.Handle;

/** The scheduler's table, as far as it is ours to touch. */
public final class Tasks {
    private final Handle handle;

    Tasks(Handle handle) {
        this.handle = handle;
    }

    /**
     * Lets go of tasks that a process took and did not finish because it was killed; to be called while no other process
     * works on the store, before the scheduler starts.
     */
    public void release() {
        handle.execute(
                "UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL WHERE picked = TRUE");
    }
}
