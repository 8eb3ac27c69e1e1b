package org.polywire.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The scheduler's table, as far as it is ours to touch. */
public final class Tasks {
    private final JdbcClient client;
    private final NamedParameterJdbcOperations template;

    Tasks(JdbcClient client, NamedParameterJdbcOperations template) {
        this.client = client;
        this.template = template;
    }

    /** Has tasks of one name done by a time, those at work left out: many at the cost of one. */
    public void wake(String name, List<String> instances, Instant at) {
        template.batchUpdate(
                """
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES (:name, :instance, :at, FALSE, 1)
                ON CONFLICT (task_name, task_instance) DO UPDATE SET execution_time = excluded.execution_time,
                    version = scheduled_tasks.version + 1
                WHERE picked = FALSE AND scheduled_tasks.execution_time > excluded.execution_time
                """,
                instances.stream()
                        .map(instance -> new MapSqlParameterSource("name", name)
                                .addValue("instance", instance)
                                .addValue("at", Timestamp.from(at)))
                        .toArray(SqlParameterSource[]::new));
    }

    /**
     * Lets go of tasks that a process took and did not finish because it was killed; to be called while no other process
     * works on the store, before the scheduler starts.
     */
    public void release() {
        client.sql(
                        "UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL WHERE picked = TRUE")
                .update();
    }
}
