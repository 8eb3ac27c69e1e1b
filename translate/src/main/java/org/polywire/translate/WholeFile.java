package org.polywire.translate;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file in UTF-8 as a whole or not at all: what was there before stays until all is written. */
public final class WholeFile {
    private WholeFile() {}

    /** Who knows what is to be written. */
    public interface Writing {
        void to(Writer out) throws IOException;
    }

    /**
     * @throws IOException if it cannot be written; the file is then what it was
     */
    public static void write(Path file, Writing writing) throws IOException {
        Path whole = file.toAbsolutePath();
        Path part = Files.createTempFile(whole.getParent(), whole.getFileName().toString(), ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part)) {
                writing.to(out);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
