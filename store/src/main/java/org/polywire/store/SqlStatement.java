package org.polywire.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement whose values have names. It is run by {@link #map} or {@link #execute}; what it names must be bound by then. */
final class SqlStatement {
    private final Connection connection;
    private final SqlText text;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    SqlStatement(Connection connection, SqlText text) {
        this.connection = connection;
        this.text = text;
    }

    /** What makes a value of the row at which the cursor stands. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** What reads the row at which the cursor stands. */
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** @param value what SQL knows: a text, a number, a truth, bytes or a time stamp, or a list of these; null for {@code NULL} */
    SqlStatement bind(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    SqlStatement bindAll(Map<String, ? extends @Nullable Object> named) {
        values.putAll(named);
        return this;
    }

    /** Asks, and reads every row. */
    <T> Rows<T> map(Mapper<T> mapper) {
        List<T> read = new ArrayList<>();
        each(row -> read.add(mapper.map(row)));
        return new Rows<>(read);
    }

    /** Asks, and has each row read in turn. */
    void each(Reader reader) {
        run(statement -> {
            fill(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
            return true;
        });
    }

    /** Changes; the answer is how many rows. */
    int execute() {
        return run(statement -> {
            fill(statement);
            return statement.executeUpdate();
        });
    }

    /** Changes for each of some values of a name, many at the cost of one; the answer is for how many. */
    int executeEach(String name, List<String> each) {
        return run(statement -> {
            for (String value : each) {
                bind(name, value).fill(statement);
                statement.addBatch();
            }
            return statement.executeBatch().length;
        });
    }

    private void fill(PreparedStatement statement) throws SQLException {
        int position = 0;
        for (Object value : text.inOrder(values)) {
            statement.setObject(++position, value);
        }
    }

    @FunctionalInterface
    private interface Run<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(Run<T> run) {
        String positional = text.positional(values);
        try (PreparedStatement statement = connection.prepareStatement(positional)) {
            return run.on(statement);
        } catch (SQLException e) {
            throw new StoreException(positional, e);
        }
    }
}
