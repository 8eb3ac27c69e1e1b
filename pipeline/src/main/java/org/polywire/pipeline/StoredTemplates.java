package org.polywire.pipeline;

import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.polywire.extract.HostTemplates;
import org.polywire.extract.HostTemplates.Seen;
import org.polywire.model.Bytes;
import org.polywire.store.HostFiles.Kept;
import org.polywire.store.Store;

/**
 * What the pages of each host taught of its template, kept in the store beside what the host says of itself, and like that
 * forgotten after a month without use.
 *
 * <p>The form: for each page the hash of its address, the number of its blocks and their hashes, all as 32-bit numbers, the most
 * significant byte first. Two visits to one host at the same time may lose what one of them taught, which the next page teaches again.
 */
final class StoredTemplates {
    private static final String NAME = "templates";
    /** What is of another form is not read, and learnt anew. */
    private static final String TYPE = "application/octet-stream; version=1";

    private final Store store;

    StoredTemplates(Store store) {
        this.store = store;
    }

    /** What is known of the host of an address. */
    HostTemplates of(URI address) {
        return store.read(transaction -> transaction.hostFiles().find(address.getAuthority(), NAME))
                .filter(kept -> kept.type().equals(TYPE))
                .map(kept -> new HostTemplates(read(kept.content())))
                .orElse(HostTemplates.NONE);
    }

    void keep(URI address, HostTemplates templates, Instant now) {
        Kept kept = new Kept(TYPE, written(templates), now);
        store.note(transaction -> transaction.hostFiles().save(address.getAuthority(), NAME, kept));
    }

    static Bytes written(HostTemplates templates) {
        int numbers = templates.pages().stream()
                .mapToInt(page -> 2 + page.blocks().size())
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(numbers * Integer.BYTES);
        for (Seen page : templates.pages()) {
            bytes.putInt(page.address()).putInt(page.blocks().size());
            page.blocks().stream().sorted().forEach(bytes::putInt);
        }
        return Bytes.copyOf(bytes.array());
    }

    /** The pages up to the first that is not whole. */
    static List<Seen> read(Bytes written) {
        ByteBuffer bytes = ByteBuffer.wrap(written.toArray());
        List<Seen> pages = new ArrayList<>();
        try {
            while (bytes.hasRemaining()) {
                pages.add(page(bytes));
            }
        } catch (BufferUnderflowException e) {
            // The rest was cut off, and is learnt anew.
        }
        return pages;
    }

    private static Seen page(ByteBuffer bytes) {
        int address = bytes.getInt();
        Set<Integer> blocks = new HashSet<>();
        for (int left = bytes.getInt(); left > 0; left--) {
            blocks.add(bytes.getInt());
        }
        return new Seen(address, blocks);
    }
}
