package org.polywire.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** The scheduler's table, as far as it is ours to touch. */
public final class Tasks {
    private final Sql sql;

    Tasks(Sql sql) {
        this.sql = sql;
    }

    /** Has tasks of one name done by a time, those at work left out: many at the cost of one. */
    public void wake(String name, List<String> instances, Instant at) {
        sql.prepare("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        VALUES (:name, :instance, :at, FALSE, 1)
                        ON CONFLICT (task_name, task_instance) DO UPDATE SET execution_time = excluded.execution_time,
                            version = scheduled_tasks.version + 1
                        WHERE picked = FALSE AND scheduled_tasks.execution_time > excluded.execution_time
                        """).bind("name", name).bind("at", Timestamp.from(at)).executeEach("instance", instances);
    }

    /**
     * Lets go of tasks that a process took and did not finish because it was killed; to be called while no other process
     * works on the store, before the scheduler starts.
     */
    public void release() {
        sql.prepare(
                        "UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL WHERE picked = TRUE")
                .execute();
    }
}
