package org.polywire.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.polywire.model.Publication;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Entries of the log as they were read before. Front pages, feeds and the list of corrections show the same few dozen again and again,
 * and reading a text out of its written form takes most of the time that a list takes; an entry never changes.
 *
 * <p>Nothing is kept that was read within a change: should it be undone, the next entry will have the same number. Safe to share
 * between threads.
 */
final class KnownEntries {
    /** Characters of written form: some 500 articles. Read, they take about three times as many bytes. */
    private static final long MOST = 8L << 20;

    private record Known(Publication publication, int size) {}

    private final Cache<Long, Known> known = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Long sequence, Known one) -> one.size())
            .build();

    /** @param row of the log, with all its columns */
    Publication publication(ResultSet row) throws SQLException {
        Known before = known.getIfPresent(row.getLong("sequence"));
        return before == null ? read(row) : before.publication();
    }

    private Publication read(ResultSet row) throws SQLException {
        Publication publication = PublicationLog.publication(row);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            String text = row.getString("translation");
            known.put(publication.entry().sequence(), new Known(publication, text == null ? 1 : text.length()));
        }
        return publication;
    }
}
