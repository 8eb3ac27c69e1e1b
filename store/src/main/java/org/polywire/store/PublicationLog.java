package org.polywire.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Reason;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;

/**
 * The append-only record of what readers were shown.
 *
 * <p>Entries are only ever added; the database refuses a second one for the same edition, article, version and kind, so that
 * nothing is published twice.
 */
public final class PublicationLog {
    private enum Kind {
        PUBLISHED,
        CORRECTED,
        WITHDRAWN
    }

    private final Handle handle;

    PublicationLog(Handle handle) {
        this.handle = handle;
    }

    /**
     * Adds that an article appeared, or appeared anew with corrections if the edition has shown it before.
     *
     * @throws org.jdbi.v3.core.statement.UnableToExecuteStatementException if that version is already in the log
     */
    public Publication publish(
            LanguageTag edition, KnownArticle article, int version, Translation translation, Instant now) {
        Instant firstAt = firstAt(edition, article.id()).orElse(now);
        Kind kind = firstAt(edition, article.id()).isEmpty() ? Kind.PUBLISHED : Kind.CORRECTED;
        append(edition, article, kind, version, firstAt, now, null, translation);
        return find(edition, article.id()).orElseThrow();
    }

    /** Adds that an article was taken down; does nothing if the edition does not show it. */
    public Optional<Publication> withdraw(LanguageTag edition, KnownArticle article, Reason reason, Instant now) {
        Optional<Publication> shown = find(edition, article.id()).filter(shownNow -> !(shownNow instanceof Withdrawn));
        shown.ifPresent(publication -> append(
                edition,
                article,
                Kind.WITHDRAWN,
                publication.entry().version(),
                publication.entry().firstAt(),
                now,
                reason,
                null));
        return shown.flatMap(publication -> find(edition, article.id()));
    }

    private void append(
            LanguageTag edition,
            KnownArticle article,
            Kind kind,
            int version,
            Instant firstAt,
            Instant now,
            @Nullable Reason reason,
            @Nullable Translation translation) {
        handle.createUpdate("""
                        INSERT INTO publication (edition, article, source, kind, version, first_at, at, reason, translation)
                        VALUES (:edition, :article, :source, :kind, :version, :firstAt, :at, :reason, :translation)
                        """)
                .bind("edition", edition.value())
                .bind("article", article.id().value())
                .bind("source", article.source().value())
                .bind("kind", kind.name())
                .bind("version", version)
                .bind("firstAt", firstAt.toEpochMilli())
                .bind("at", now.toEpochMilli())
                .bind("reason", Column.name(reason))
                .bind("translation", translation == null ? null : Documents.json(translation))
                .execute();
        project("WHERE edition = :edition AND article = :article", edition, article.id());
    }

    private void project(String where, LanguageTag edition, ArticleId article) {
        handle.createUpdate(projection(where))
                .bind("edition", edition.value())
                .bind("article", article.value())
                .execute();
    }

    /** Makes what each edition shows anew from the log. */
    public void rebuildPages() {
        handle.execute("DELETE FROM page");
        handle.execute(projection("WHERE TRUE"));
    }

    private static String projection(String where) {
        return "INSERT INTO page (edition, article, sequence, shown, first_at) "
                + "SELECT edition, article, sequence, kind <> 'WITHDRAWN', first_at FROM publication WHERE sequence IN "
                + "(SELECT MAX(sequence) FROM publication " + where + " GROUP BY edition, article) "
                + "ON CONFLICT (edition, article) DO UPDATE "
                + "SET sequence = excluded.sequence, shown = excluded.shown, first_at = excluded.first_at";
    }

    private Optional<Instant> firstAt(LanguageTag edition, ArticleId article) {
        return handle.createQuery("SELECT first_at FROM page WHERE edition = :edition AND article = :article")
                .bind("edition", edition.value())
                .bind("article", article.value())
                .map((row, context) -> Column.instant(row, "first_at"))
                .findOne();
    }

    /** What an edition shows at an article's permalink: its text, or a tombstone. */
    public Optional<Publication> find(LanguageTag edition, ArticleId article) {
        return handle.createQuery("""
                        SELECT publication.* FROM page JOIN publication USING (sequence)
                        WHERE page.edition = :edition AND page.article = :article
                        """)
                .bind("edition", edition.value())
                .bind("article", article.value())
                .map((row, context) -> publication(row))
                .findOne();
    }

    /** What an edition shows, the newest first. */
    public List<Publication> latest(LanguageTag edition, int limit) {
        return handle.createQuery("""
                        SELECT publication.* FROM page JOIN publication USING (sequence)
                        WHERE page.edition = :edition AND page.shown = 1
                        ORDER BY page.first_at DESC, page.sequence DESC LIMIT :limit
                        """)
                .bind("edition", edition.value())
                .bind("limit", limit)
                .map((row, context) -> publication(row))
                .list();
    }

    /** The editions that show an article now. */
    public Set<LanguageTag> editionsOf(ArticleId article) {
        return new TreeSet<>(handle.createQuery("SELECT edition FROM page WHERE article = :article AND shown = 1")
                .bind("article", article.value())
                .map((row, context) -> new LanguageTag(row.getString("edition")))
                .list());
    }

    /** The entries after a sequence number, in order. */
    public List<Publication> after(long sequence, int limit) {
        return handle.createQuery("SELECT * FROM publication WHERE sequence > :sequence ORDER BY sequence LIMIT :limit")
                .bind("sequence", sequence)
                .bind("limit", limit)
                .map((row, context) -> publication(row))
                .list();
    }

    private static Publication publication(ResultSet row) throws SQLException {
        Entry entry = new Entry(
                row.getLong("sequence"),
                new LanguageTag(row.getString("edition")),
                new ArticleId(row.getString("article")),
                new SourceId(row.getString("source")),
                row.getInt("version"),
                Column.instant(row, "first_at"),
                Column.instant(row, "at"));
        return switch (Kind.valueOf(row.getString("kind"))) {
            case PUBLISHED -> new Published(entry, Documents.translation(row.getString("translation")));
            case CORRECTED -> new Corrected(entry, Documents.translation(row.getString("translation")));
            case WITHDRAWN -> new Withdrawn(entry, Reason.valueOf(row.getString("reason")));
        };
    }
}
