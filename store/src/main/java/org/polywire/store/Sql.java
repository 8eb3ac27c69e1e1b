package org.polywire.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Statements on one connection. Not to be shared between threads. */
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** @param text in which {@code :name} stands for a value and {@code <name>} for the values of a list */
    SqlStatement prepare(String text) {
        return new SqlStatement(connection, SqlText.of(text));
    }

    /** Does something wholly or not at all; within such a doing it is a part of that. */
    <T> T wholly(Function<Sql, T> work) throws SQLException {
        if (!connection.getAutoCommit()) {
            return work.apply(this);
        }
        connection.setAutoCommit(false);
        try {
            T result = work.apply(this);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void rollBack(Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
