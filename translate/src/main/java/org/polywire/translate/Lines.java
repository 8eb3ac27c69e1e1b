package org.polywire.translate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The module's data files: one entry a line, its fields parted by blanks; {@code #} begins a comment. */
final class Lines {
    private Lines() {}

    static boolean exists(String name) {
        return Lines.class.getResource(name) != null;
    }

    /**
     * @throws IllegalStateException if there is no such file
     */
    static String text(String name) {
        try (InputStream stream = Lines.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the module lacks its file " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<List<String>> of(String name) {
        return text(name)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> List.of(line.split("\\s+", -1)))
                .toList();
    }
}
