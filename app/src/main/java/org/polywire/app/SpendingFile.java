package org.polywire.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.polywire.translate.Spending;
import org.polywire.translate.WholeFile;

/**
 * What each translation service was sent in its month, in a file of the data folder: a line for each with month, characters and name. It is
 * replaced as a whole, so that a crash leaves the old or the new one. Safe to share between threads.
 */
final class SpendingFile {
    private final Path file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Spending> spending = new TreeMap<>();

    /**
     * @throws CannotGoOn if there is such a file and it cannot be understood: a forgotten bill would be spent twice
     */
    SpendingFile(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                Files.readAllLines(file).forEach(this::add);
            } catch (IOException | DateTimeParseException | NumberFormatException | IndexOutOfBoundsException e) {
                throw new CannotGoOn(
                        Exit.ENVIRONMENT,
                        "What was spent on translations cannot be read from " + file
                                + ". Restore the file, or delete it if nothing was spent this month.");
            }
        }
    }

    private void add(String line) {
        String[] parts = line.split(" ", 3);
        spending.put(parts[2], new Spending(YearMonth.parse(parts[0]), Long.parseLong(parts[1])));
    }

    Spending of(String engine) {
        lock.lock();
        try {
            return spending.getOrDefault(engine, Spending.NOTHING);
        } finally {
            lock.unlock();
        }
    }

    /** Keeps what is spent, in the file before this returns. */
    void save(String engine, Spending spent) {
        lock.lock();
        try {
            spending.put(engine, spent);
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, out -> out.write(text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private String text() {
        return spending.entrySet().stream()
                .map(entry ->
                        entry.getValue().month() + " " + entry.getValue().characters() + " " + entry.getKey() + "\n")
                .collect(Collectors.joining());
    }
}
