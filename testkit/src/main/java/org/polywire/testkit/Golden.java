package org.polywire.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected output kept in files beside its input. Run the tests with {@code -Dgolden=write} to accept what comes out now; the
 * change then shows in the diff.
 */
public final class Golden {
    private Golden() {}

    /**
     * @throws AssertionError if the file holds something else
     */
    public static void check(Path file, String actual) {
        if (System.getProperty("golden", "").equals("write")) {
            write(file, actual);
        }
        String expected = read(file);
        if (!expected.equals(actual)) {
            throw new AssertionError("differs from " + file + " (run with -Dgolden=write to accept)\n--- expected\n"
                    + expected + "\n--- actual\n" + actual);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "(no such file)";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
