package org.polywire.marian;

import java.nio.file.Path;
import java.util.List;

/**
 * A model on the disk, as its description says.
 *
 * @param version as its publisher counts; {@code local} if it was copied in by hand without one
 * @param origin where it came from
 * @param licence what it is published under
 */
public record InstalledModel(
        ModelKey key,
        Architecture architecture,
        String version,
        String origin,
        String licence,
        List<LocalFile> files,
        Path folder) {
    public InstalledModel {
        files = List.copyOf(files);
    }

    /**
     * @param hash SHA-256 in hexadecimal digits
     */
    record LocalFile(FileKind kind, String name, long size, String hash) {}

    /** Bytes on the disk. */
    public long size() {
        return files.stream().mapToLong(LocalFile::size).sum();
    }
}
