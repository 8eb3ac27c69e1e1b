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
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an article is known again: by what its source calls it, and by what it says. */
public final class Identities {
    private final JdbcClient client;

    Identities(JdbcClient client) {
        this.client = client;
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
            client.sql("SELECT identity, article FROM identity WHERE source = :source AND identity IN (:names)")
                    .param("source", source.value())
                    .param("names", List.copyOf(names))
                    .query(row -> {
                        named.put(row.getString("identity"), new ArticleId(row.getString("article")));
                    });
        }
        return named;
    }

    /** A name that is taken stays with the article that has it. */
    public void name(SourceId source, String identity, ArticleId article) {
        client.sql("INSERT INTO identity (source, identity, article) VALUES (:source, :identity, :article)"
                        + " ON CONFLICT (source, identity) DO NOTHING")
                .param("source", source.value())
                .param("identity", identity)
                .param("article", article.value())
                .update();
    }

    public void save(Content content) {
        client.sql("""
                        INSERT INTO content (article, source, published, headline, body)
                        VALUES (:article, :source, :published, :headline, :body)
                        ON CONFLICT (article) DO UPDATE SET published = excluded.published,
                            headline = excluded.headline, body = excluded.body
                        """)
                .param("article", content.article().value())
                .param("source", content.source().value())
                .param("published", Column.millis(content.published()))
                .param("headline", content.headline())
                .param("body", content.body())
                .update();
    }

    /** Another article of the same source with the same words. */
    public Optional<ArticleId> sameWords(Content content) {
        return content.body().isEmpty()
                ? Optional.empty()
                : client.sql("SELECT article FROM content WHERE source = :source AND body = :body"
                                + " AND headline = :headline AND article <> :article ORDER BY article LIMIT 1")
                        .param("source", content.source().value())
                        .param("body", content.body())
                        .param("headline", content.headline())
                        .param("article", content.article().value())
                        .query((row, number) -> new ArticleId(row.getString("article")))
                        .optional();
    }

    /** The date of the newest article that was ever taken from a source. */
    public Optional<Instant> newest(SourceId source) {
        return client.sql("SELECT MAX(published) AS newest FROM content WHERE source = :source")
                .param("source", source.value())
                .query((row, number) -> Optional.ofNullable(Column.instantIfAny(row, "newest")))
                .single();
    }

    /** When the first of a source's items was seen. */
    public Optional<Instant> firstSighting(SourceId source) {
        return client.sql("SELECT MIN(sighted_at) AS first FROM article WHERE source = :source")
                .param("source", source.value())
                .query((row, number) -> Optional.ofNullable(Column.instantIfAny(row, "first")))
                .single();
    }

    /** Notes that a source's feed redirected permanently; the answer is how often in a row it led there. */
    public int moved(SourceId source, URI target) {
        return client.sql("""
                        INSERT INTO source_move (source, target, times) VALUES (:source, :target, 1)
                        ON CONFLICT (source) DO UPDATE SET
                            times = CASE WHEN target = excluded.target THEN times + 1 ELSE 1 END,
                            target = excluded.target
                        RETURNING times
                        """)
                .param("source", source.value())
                .param("target", target.toString())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Notes that it did not. */
    public void stayed(SourceId source) {
        client.sql("DELETE FROM source_move WHERE source = :source")
                .param("source", source.value())
                .update();
    }
}
