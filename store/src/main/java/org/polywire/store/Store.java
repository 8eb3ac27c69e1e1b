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
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
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

    /**
     * How long a thread waits for its turn at the connections. On a starved machine dozens of them wait for longer than the 30 s that
     * HikariCP allows; who is turned away has its work done again, and who waits loses nothing.
     */
    private static final Duration TURN = Duration.ofMinutes(5);

    private final Connections memory;
    private final Connections notes;

    /** @param notes the same memory, for what need not outlive a power failure */
    private Store(Connections memory, Connections notes) {
        this.memory = memory;
        this.notes = notes;
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
        Path file = folder.resolve(FILE);
        HikariDataSource pool = new HikariDataSource(pooled(sqlite(file, SynchronousMode.FULL), "store"));
        migrate(pool);
        HikariDataSource notes = new HikariDataSource(pooled(sqlite(file, SynchronousMode.NORMAL), "notes"));
        KnownEntries known = new KnownEntries();
        return new Store(new Connections(pool, known), new Connections(notes, known));
    }

    private static SQLiteDataSource sqlite(Path file, SynchronousMode synchronous) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariConfig pooled(DataSource source, String name) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName(name);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(TURN.toMillis());
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

    /**
     * For the scheduler, which keeps its table in the same file. What it writes may be lost with the power, as it can be made again
     * from the rest.
     */
    public DataSource dataSource() {
        return notes.pool();
    }

    /**
     * Changes the memory, wholly or not at all, without waiting for the disk. A kill loses nothing of it; a power failure may take
     * the last moments, never a part of a change, and never what was written by {@link #write} after it. For what costs no more than
     * doing something again.
     */
    public void note(Consumer<Transaction> change) {
        notes.wholly(done(change));
    }

    /** Changes the memory, wholly or not at all. */
    public void write(Consumer<Transaction> change) {
        memory.wholly(done(change));
    }

    private static Function<Transaction, Boolean> done(Consumer<Transaction> change) {
        return all -> {
            change.accept(all);
            return true;
        };
    }

    /** Changes the memory, wholly or not at all, and hands back a result. */
    public <T> T change(Function<Transaction, T> change) {
        return memory.wholly(change);
    }

    /** Reads; several questions in one call may see different states. */
    public <T> T read(Function<Transaction, T> question) {
        return memory.with(question);
    }

    /** What SQLite says of the file's integrity: {@code ok}, or what is wrong. */
    public String integrity() {
        return memory.with(Transaction::integrity);
    }

    @Override
    public void close() {
        notes.close();
        memory.close();
    }
}
