package org.polywire.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The scheduler's table, as far as it is ours to touch. */
public final class Tasks {
    private final Handle handle;

    Tasks(Handle handle) {
        this.handle = handle;
    }

    /** Has tasks of one name done by a time, those at work left out: many at the cost of one. */
    public void wake(String name, List<String> instances, Instant at) {
        if (instances.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES (:name, :instance, :at, FALSE, 1)
                ON CONFLICT (task_name, task_instance) DO UPDATE SET execution_time = excluded.execution_time,
                    version = scheduled_tasks.version + 1
                WHERE picked = FALSE AND scheduled_tasks.execution_time > excluded.execution_time
                """);
        Timestamp time = Timestamp.from(at);
        instances.forEach(instance -> batch.bind("name", name)
                .bind("instance", instance)
                .bind("at", time)
                .add());
        batch.execute();
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
