package org.polywire.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The newsroom's memory: one SQLite file in the data folder.
 *
 * <p>All access is by transactions. A transaction that returns is on the disk (write-ahead log, full synchronisation); one
 * that throws has left no trace. Safe to share between threads; other processes may read at the same time.
 */
public final class Store implements AutoCloseable {
    private static final String FILE = "polywire.db";
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Store(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /** Whether a folder holds a store. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Opens the store in a folder; creates both if they are not there, and brings an older store up to date. */
    public static Store open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the data folder " + folder, e);
        }
        HikariDataSource pool = new HikariDataSource(pooled(sqlite(folder.resolve(FILE))));
        migrate(pool);
        return new Store(pool);
    }

    private static SQLiteDataSource sqlite(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariConfig pooled(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("store");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return config;
    }

    private static void migrate(DataSource pool) {
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:org/polywire/store/migration")
                // Each theme has a range of numbers of its own, so a later theme may come first.
                .outOfOrder(true)
                .load()
                .migrate();
    }

    /** For the scheduler, which keeps its table in the same file. */
    public DataSource dataSource() {
        return pool;
    }

    /** Changes the memory, wholly or not at all. */
    public void write(Consumer<Transaction> change) {
        jdbi.useTransaction(handle -> change.accept(new Transaction(handle)));
    }

    /** Changes the memory, wholly or not at all, and hands back a result. */
    public <T> T change(Function<Transaction, T> change) {
        return jdbi.inTransaction(handle -> change.apply(new Transaction(handle)));
    }

    /** Reads; several questions in one call may see different states. */
    public <T> T read(Function<Transaction, T> question) {
        return jdbi.withHandle(handle -> question.apply(new Transaction(handle)));
    }

    /** What SQLite says of the file's integrity: {@code ok}, or what is wrong. */
    public String integrity() {
        return jdbi.withHandle(handle ->
                handle.createQuery("PRAGMA integrity_check").mapTo(String.class).one());
    }

    @Override
    public void close() {
        pool.close();
    }
}
