package org.polywire.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lends connections, one to a thread: who already has one and asks for another goes on with the same. Safe to share between threads. */
final class Connections implements AutoCloseable {
    private final HikariDataSource pool;

    @SuppressWarnings(
            "ThreadLocalUsage") // There are two of these in a store, and a thread may have a connection of each.
    private final ThreadLocal<@Nullable Sql> lent = new ThreadLocal<>();

    Connections(HikariDataSource pool) {
        this.pool = pool;
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Does something by statements of which each stands for itself, unless the thread is within something to be done wholly. */
    <T> T with(Work<T> work) {
        Sql mine = lent.get();
        try {
            return mine == null ? lend(work) : work.on(mine);
        } catch (SQLException e) {
            throw new StoreException("a connection or the end of a transaction", e);
        }
    }

    /** Does something wholly or not at all. */
    <T> T wholly(Function<Sql, T> work) {
        return with(sql -> sql.wholly(work));
    }

    private <T> T lend(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Sql sql = new Sql(connection);
            lent.set(sql);
            return work.on(sql);
        } finally {
            lent.remove();
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    @Override
    public void close() {
        pool.close();
    }
}
