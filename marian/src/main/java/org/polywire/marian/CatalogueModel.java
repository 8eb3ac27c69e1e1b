package org.polywire.marian;

import java.util.List;

/**
 * A model that can be fetched, with all that it needs.
 *
 * @param version as the catalogue writes it
 */
public record CatalogueModel(ModelKey key, Architecture architecture, String version, List<RemoteFile> files) {
    public CatalogueModel {
        files = List.copyOf(files);
    }

    /**
     * A file to fetch; {@code packed} is what is sent, {@code plain} what it unpacks to.
     *
     * @param name without folders
     * @param location relative to the place of the attachments
     */
    record RemoteFile(
            FileKind kind,
            String name,
            String location,
            long packedSize,
            String packedHash,
            long plainSize,
            String plainHash) {}

    /** Bytes to fetch. */
    public long packedSize() {
        return files.stream().mapToLong(RemoteFile::packedSize).sum();
    }

    /** Bytes on the disk. */
    public long plainSize() {
        return files.stream().mapToLong(RemoteFile::plainSize).sum();
    }
}
