package org.polywire.translate;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Writes a file in UTF-8 as a whole or not at all: what was there before stays until all is written. Who may read it is as for any file
 * that is made there, or as it was; it is no place for secrets.
 */
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
        // Not a temporary file as Java makes them: those only their owner may read.
        Path part = whole.resolveSibling(whole.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writing.to(out);
            }
            keepPermissions(whole, part);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void keepPermissions(Path before, Path now) throws IOException {
        boolean posix = Files.getFileStore(now).supportsFileAttributeView(PosixFileAttributeView.class);
        if (posix && Files.exists(before)) {
            Files.setPosixFilePermissions(now, Files.getPosixFilePermissions(before));
        }
    }
}
