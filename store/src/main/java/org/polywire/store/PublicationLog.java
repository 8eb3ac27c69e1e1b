package org.polywire.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    private final JdbcClient client;
    private final KnownEntries known;

    PublicationLog(JdbcClient client, KnownEntries known) {
        this.client = client;
        this.known = known;
    }

    /** What an entry of the form before revisions were kept says of how its text differs. */
    private static final Revision UNTOLD = new Revision(Revision.Kind.CORRECTION, List.of(), "");

    /**
     * Adds that an article appeared, or appeared anew with corrections if the edition has shown it before.
     *
     * @param difference from the text that the edition showed last ({@link #lastText}); of no matter if there was none
     * @throws StoreException if that version is already in the log
     */
    public Publication publish(
            LanguageTag edition,
            KnownArticle article,
            int version,
            Translation translation,
            Revision difference,
            Instant now) {
        Optional<Instant> firstAt = firstAt(edition, article.id());
        Kind kind = firstAt.isEmpty() ? Kind.PUBLISHED : Kind.CORRECTED;
        String form = kind == Kind.CORRECTED ? RevisionForm.json(difference) : "";
        append(edition, article, kind, version, firstAt.orElse(now), now, null, translation, form);
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
                null,
                ""));
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
            @Nullable Translation translation,
            String difference) {
        client.sql("""
                        INSERT INTO publication (edition, article, source, kind, version, first_at, at, reason, translation,
                                                 difference)
                        VALUES (:edition, :article, :source, :kind, :version, :firstAt, :at, :reason, :translation,
                                :difference)
                        """)
                .param("edition", edition.value())
                .param("article", article.id().value())
                .param("source", article.source().value())
                .param("kind", kind.name())
                .param("version", version)
                .param("firstAt", firstAt.toEpochMilli())
                .param("at", now.toEpochMilli())
                .param("reason", Column.name(reason))
                .param("translation", translation == null ? null : Documents.json(translation))
                .param("difference", difference)
                .update();
        project("WHERE edition = :edition AND article = :article", edition, article.id());
    }

    private void project(String where, LanguageTag edition, ArticleId article) {
        client.sql(projection(where))
                .param("edition", edition.value())
                .param("article", article.value())
                .update();
    }

    /** Makes what each edition shows anew from the log. */
    public void rebuildPages() {
        client.sql("DELETE FROM page").update();
        client.sql(projection("WHERE TRUE")).update();
    }

    private static String projection(String where) {
        return "INSERT INTO page (edition, article, sequence, shown, first_at) "
                + "SELECT edition, article, sequence, kind <> 'WITHDRAWN', first_at FROM publication WHERE sequence IN "
                + "(SELECT MAX(sequence) FROM publication " + where + " GROUP BY edition, article) "
                + "ON CONFLICT (edition, article) DO UPDATE "
                + "SET sequence = excluded.sequence, shown = excluded.shown, first_at = excluded.first_at";
    }

    private Optional<Instant> firstAt(LanguageTag edition, ArticleId article) {
        return client.sql("SELECT first_at FROM page WHERE edition = :edition AND article = :article")
                .param("edition", edition.value())
                .param("article", article.value())
                .query((row, number) -> Column.instant(row, "first_at"))
                .optional();
    }

    /** What an edition shows at an article's permalink: its text, or a tombstone. */
    public Optional<Publication> find(LanguageTag edition, ArticleId article) {
        return client.sql("""
                        SELECT publication.* FROM page JOIN publication USING (sequence)
                        WHERE page.edition = :edition AND page.article = :article
                        """)
                .param("edition", edition.value())
                .param("article", article.value())
                .query((row, number) -> known.publication(row))
                .optional();
    }

    /** What an edition shows, the newest first. */
    public List<Publication> latest(LanguageTag edition, int limit) {
        return client.sql("""
                        SELECT publication.* FROM page JOIN publication USING (sequence)
                        WHERE page.edition = :edition AND page.shown = 1
                        ORDER BY page.first_at DESC, page.sequence DESC LIMIT :limit
                        """)
                .param("edition", edition.value())
                .param("limit", limit)
                .query((row, number) -> known.publication(row))
                .list();
    }

    /** What an edition shows, the newest first, with one place for each story: that of the article it showed first of it. */
    public List<Publication> front(LanguageTag edition, int limit) {
        return client.sql("""
                        SELECT publication.* FROM page JOIN publication USING (sequence)
                        LEFT JOIN story_member ON story_member.article = page.article
                        WHERE page.edition = :edition AND page.shown = 1 AND NOT EXISTS (
                            SELECT 1 FROM story_member AS sibling CROSS JOIN page AS other
                            WHERE sibling.story = story_member.story AND other.article = sibling.article
                              AND other.edition = :edition AND other.shown = 1
                              AND (other.first_at, other.article) < (page.first_at, page.article))
                        ORDER BY page.first_at DESC, page.sequence DESC LIMIT :limit
                        """)
                .param("edition", edition.value())
                .param("limit", limit)
                .query((row, number) -> known.publication(row))
                .list();
    }

    /** Every entry of an article in an edition, the oldest first. */
    public List<Publication> entries(LanguageTag edition, ArticleId article) {
        return client.sql("SELECT * FROM publication WHERE edition = :edition AND article = :article ORDER BY sequence")
                .param("edition", edition.value())
                .param("article", article.value())
                .query((row, number) -> known.publication(row))
                .list();
    }

    /** The text that an edition showed last of an article, whether or not it was taken down since; with its version. */
    public Optional<Shown> lastText(LanguageTag edition, ArticleId article) {
        return client.sql("""
                        SELECT version, translation FROM publication
                        WHERE edition = :edition AND article = :article AND kind <> 'WITHDRAWN'
                        ORDER BY sequence DESC LIMIT 1
                        """)
                .param("edition", edition.value())
                .param("article", article.value())
                .query((row, number) ->
                        new Shown(row.getInt("version"), Documents.translation(row.getString("translation"))))
                .optional();
    }

    /** A text that an edition showed. */
    public record Shown(int version, Translation translation) {}

    /**
     * What an edition shows, the newest first, after a place in that order; articles published meanwhile do not shift it.
     *
     * @param firstAt when the last known one first appeared, and {@code article} which it is
     */
    public List<Publication> older(LanguageTag edition, Instant firstAt, ArticleId article, int limit) {
        return client.sql("""
                        SELECT publication.* FROM page JOIN publication USING (sequence)
                        WHERE page.edition = :edition AND page.shown = 1 AND page.first_at <= :firstAt
                          AND (page.first_at < :firstAt OR page.article < :article)
                        ORDER BY page.first_at DESC, page.article DESC LIMIT :limit
                        """)
                .param("edition", edition.value())
                .param("firstAt", firstAt.toEpochMilli())
                .param("article", article.value())
                .param("limit", limit)
                .query((row, number) -> known.publication(row))
                .list();
    }

    /**
     * What an edition shows of what first appeared in it in a span of time, the newest first, without its texts.
     *
     * @param until not included
     */
    public List<Entry> entries(LanguageTag edition, Instant from, Instant until, int limit) {
        return client.sql("""
                        SELECT publication.sequence, publication.edition, publication.article, publication.source,
                               publication.version, publication.first_at, publication.at
                        FROM page JOIN publication USING (sequence)
                        WHERE page.edition = :edition AND page.shown = 1
                          AND page.first_at >= :from AND page.first_at < :until
                        ORDER BY page.first_at DESC, page.sequence DESC LIMIT :limit
                        """)
                .param("edition", edition.value())
                .param("from", from.toEpochMilli())
                .param("until", until.toEpochMilli())
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * The corrections and withdrawals of an edition among the last entries of the log, the newest first. They are looked for from
     * the log's end; named plainly, the edition would have SQLite go through all that it ever showed.
     */
    public List<Publication> changes(LanguageTag edition, int lookBack, int limit) {
        return client.sql("""
                        SELECT * FROM publication
                        WHERE sequence > :after AND edition || '' = :edition AND kind <> 'PUBLISHED'
                        ORDER BY sequence DESC LIMIT :limit
                        """)
                .param("after", lastSequence() - lookBack)
                .param("edition", edition.value())
                .param("limit", limit)
                .query((row, number) -> known.publication(row))
                .list();
    }

    /** When the oldest of what an edition shows appeared in it. */
    public Optional<Instant> beginning(LanguageTag edition) {
        return client.sql("SELECT first_at FROM page WHERE edition = :edition AND shown = 1 ORDER BY first_at LIMIT 1")
                .param("edition", edition.value())
                .query((row, number) -> Column.instant(row, "first_at"))
                .optional();
    }

    /** The sequence number of the last entry; 0 if there is none. */
    public long lastSequence() {
        return client.sql("SELECT COALESCE(MAX(sequence), 0) FROM publication")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** The editions that show an article now. */
    public Set<LanguageTag> editionsOf(ArticleId article) {
        return new TreeSet<>(client.sql("SELECT edition FROM page WHERE article = :article AND shown = 1")
                .param("article", article.value())
                .query((row, number) -> new LanguageTag(row.getString("edition")))
                .list());
    }

    /** The entries after a sequence number, in order. */
    public List<Publication> after(long sequence, int limit) {
        return client.sql("SELECT * FROM publication WHERE sequence > :sequence ORDER BY sequence LIMIT :limit")
                .param("sequence", sequence)
                .param("limit", limit)
                .query((row, number) -> known.publication(row))
                .list();
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                new LanguageTag(row.getString("edition")),
                new ArticleId(row.getString("article")),
                new SourceId(row.getString("source")),
                row.getInt("version"),
                Column.instant(row, "first_at"),
                Column.instant(row, "at"));
    }

    static Publication publication(ResultSet row) throws SQLException {
        Entry entry = entry(row);
        return switch (Kind.valueOf(row.getString("kind"))) {
            case PUBLISHED -> new Published(entry, Documents.translation(row.getString("translation")));
            case CORRECTED ->
                new Corrected(entry, Documents.translation(row.getString("translation")), difference(row));
            case WITHDRAWN -> new Withdrawn(entry, Reason.valueOf(row.getString("reason")));
        };
    }

    private static Revision difference(ResultSet row) throws SQLException {
        String form = row.getString("difference");
        return form.isEmpty() ? UNTOLD : RevisionForm.revision(form);
    }
}
