package org.polywire.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks and changes the memory by the connections of one pool. Safe to share between threads. */
final class Connections implements AutoCloseable {
    private final HikariDataSource pool;
    private final Transaction memory;
    private final TransactionTemplate whole;

    Connections(HikariDataSource pool, KnownEntries known) {
        this.pool = pool;
        this.memory = new Transaction(new NamedParameterJdbcTemplate(template(pool)), known);
        this.whole = new TransactionTemplate(transactions(pool));
    }

    private static JdbcTemplate template(DataSource pool) {
        JdbcTemplate template = new JdbcTemplate(pool);
        // One kind for all refusals: they are told by what SQLite says and what was asked.
        template.setExceptionTranslator(UncategorizedSQLException::new);
        return template;
    }

    private static DataSourceTransactionManager transactions(DataSource pool) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(pool);
        // Else what could not be committed would be tried again as the connection goes back.
        transactions.setRollbackOnCommitFailure(true);
        return transactions;
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Does something by statements of which each stands for itself, unless the thread is within something to be done wholly. */
    <T> T with(Function<Transaction, T> work) {
        return telling(() -> work.apply(memory));
    }

    /** Does something wholly or not at all; within such a doing it is a part of that. */
    <T> T wholly(Function<Transaction, T> work) {
        return telling(() -> whole.execute(status -> work.apply(memory)));
    }

    private static <T> T telling(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw told(e);
        }
    }

    private static RuntimeException told(RuntimeException thrown) {
        return switch (thrown) {
            case TransactionSystemException end
            when end.getApplicationException() instanceof RuntimeException first -> {
                RuntimeException told = told(first);
                told.addSuppressed(end);
                yield told;
            }
            case UncategorizedSQLException refused
            when refused.getCause() instanceof SQLException cause ->
                new StoreException(String.valueOf(refused.getSql()), cause);
            case NestedRuntimeException other
            when other.getCause() instanceof SQLException cause ->
                new StoreException("a connection or the end of a transaction", cause);
            default -> thrown;
        };
    }

    @Override
    public void close() {
        pool.close();
    }
}
