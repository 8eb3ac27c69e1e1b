package org.polywire.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.polywire.model.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files with which sites speak of themselves, as they were read last, and what was learnt of each site. */
public final class HostFiles {
    /** What is beyond is not read: larger ones are not read from the web, and what is learnt is a third of it at most. */
    private static final int MOST_BYTES = 1 << 20;

    private final JdbcClient client;

    HostFiles(JdbcClient client) {
        this.client = client;
    }

    /** A file, its media type and when it was read. */
    public record Kept(String type, Bytes content, Instant read) {}

    public Optional<Kept> find(String authority, String name) {
        return client.sql("SELECT * FROM host_file WHERE authority = :authority AND name = :name")
                .param("authority", authority)
                .param("name", name)
                .query((row, number) -> new Kept(
                        row.getString("type"), inflated(row.getBytes("content")), Column.instant(row, "read_at")))
                .optional();
    }

    public void save(String authority, String name, Kept file) {
        client.sql("""
                        INSERT INTO host_file (authority, name, type, content, read_at)
                        VALUES (:authority, :name, :type, :content, :readAt)
                        ON CONFLICT (authority, name) DO UPDATE SET type = excluded.type, content = excluded.content,
                            read_at = excluded.read_at
                        """)
                .param("authority", authority)
                .param("name", name)
                .param("type", file.type())
                .param("content", deflated(file.content()))
                .param("readAt", file.read().toEpochMilli())
                .update();
    }

    /** Forgets those that were read before a time. */
    public void expire(Instant before) {
        client.sql("DELETE FROM host_file WHERE read_at < :before")
                .param("before", before.toEpochMilli())
                .update();
    }

    private static byte[] deflated(Bytes content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(content.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Bytes inflated(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return Bytes.copyOf(in.readNBytes(MOST_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
