package org.polywire.store;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.SourceId;

/** How an article is known again: by what its source calls it, and by what it says. */
public final class Identities {
    private final Sql sql;

    Identities(Sql sql) {
        this.sql = sql;
    }

    /**
     * What an article says, briefly.
     *
     * @param published as its page has it; null if it does not say
     * @param headline in a form that small changes of typography leave alone
     * @param body a digest of the words of its text; empty if it has none
     */
    public record Content(
            ArticleId article, SourceId source, @Nullable Instant published, String headline, String body) {}

    /** Which articles the source calls by these names; those that it has not used yet are left out. */
    public Map<String, ArticleId> named(SourceId source, Collection<String> names) {
        Map<String, ArticleId> named = new HashMap<>();
        if (!names.isEmpty()) {
            sql.prepare("SELECT identity, article FROM identity WHERE source = :source AND identity IN (<names>)")
                    .bind("source", source.value())
                    .bind("names", List.copyOf(names))
                    .each(row -> named.put(row.getString("identity"), new ArticleId(row.getString("article"))));
        }
        return named;
    }

    /** A name that is taken stays with the article that has it. */
    public void name(SourceId source, String identity, ArticleId article) {
        sql.prepare("INSERT INTO identity (source, identity, article) VALUES (:source, :identity, :article)"
                        + " ON CONFLICT (source, identity) DO NOTHING")
                .bind("source", source.value())
                .bind("identity", identity)
                .bind("article", article.value())
                .execute();
    }

    public void save(Content content) {
        sql.prepare("""
                        INSERT INTO content (article, source, published, headline, body)
                        VALUES (:article, :source, :published, :headline, :body)
                        ON CONFLICT (article) DO UPDATE SET published = excluded.published,
                            headline = excluded.headline, body = excluded.body
                        """)
                .bind("article", content.article().value())
                .bind("source", content.source().value())
                .bind("published", Column.millis(content.published()))
                .bind("headline", content.headline())
                .bind("body", content.body())
                .execute();
    }

    /** Another article of the same source with the same words. */
    public Optional<ArticleId> sameWords(Content content) {
        return content.body().isEmpty()
                ? Optional.empty()
                : sql.prepare("SELECT article FROM content WHERE source = :source AND body = :body"
                                + " AND headline = :headline AND article <> :article ORDER BY article LIMIT 1")
                        .bind("source", content.source().value())
                        .bind("body", content.body())
                        .bind("headline", content.headline())
                        .bind("article", content.article().value())
                        .map(row -> new ArticleId(row.getString("article")))
                        .any();
    }

    /** The date of the newest article that was ever taken from a source. */
    public Optional<Instant> newest(SourceId source) {
        return sql.prepare("SELECT MAX(published) AS newest FROM content WHERE source = :source")
                .bind("source", source.value())
                .map(row -> Optional.ofNullable(Column.instantIfAny(row, "newest")))
                .one();
    }

    /** When the first of a source's items was seen. */
    public Optional<Instant> firstSighting(SourceId source) {
        return sql.prepare("SELECT MIN(sighted_at) AS first FROM article WHERE source = :source")
                .bind("source", source.value())
                .map(row -> Optional.ofNullable(Column.instantIfAny(row, "first")))
                .one();
    }

    /** Notes that a source's feed redirected permanently; the answer is how often in a row it led there. */
    public int moved(SourceId source, URI target) {
        return sql.prepare("""
                        INSERT INTO source_move (source, target, times) VALUES (:source, :target, 1)
                        ON CONFLICT (source) DO UPDATE SET
                            times = CASE WHEN target = excluded.target THEN times + 1 ELSE 1 END,
                            target = excluded.target
                        RETURNING times
                        """)
                .bind("source", source.value())
                .bind("target", target.toString())
                .map(row -> row.getInt(1))
                .one();
    }

    /** Notes that it did not. */
    public void stayed(SourceId source) {
        sql.prepare("DELETE FROM source_move WHERE source = :source")
                .bind("source", source.value())
                .execute();
    }
}
