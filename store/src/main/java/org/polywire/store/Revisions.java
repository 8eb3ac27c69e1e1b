package org.polywire.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every text of an article that its source published, oldest first. */
public final class Revisions {
    private final JdbcClient client;

    Revisions(JdbcClient client) {
        this.client = client;
    }

    /**
     * One text of an article.
     *
     * @param version from 1
     * @param at when it was taken from its page
     * @param difference from the text before; absent for the first
     */
    public record TextVersion(
            int version, Instant at, @Nullable Revision difference) {}

    public void add(ArticleId article, TextVersion text, Article document) {
        Revision difference = text.difference();
        client.sql("INSERT INTO revision (article, version, at, difference, document) "
                        + "VALUES (:article, :version, :at, :difference, :document)")
                .param("article", article.value())
                .param("version", text.version())
                .param("at", text.at().toEpochMilli())
                .param("difference", difference == null ? "" : RevisionForm.json(difference))
                .param("document", Documents.json(document))
                .update();
    }

    /** All but the texts themselves, oldest first. */
    public List<TextVersion> of(ArticleId article) {
        return client.sql("SELECT version, at, difference FROM revision WHERE article = :article ORDER BY version")
                .param("article", article.value())
                .query((row, number) -> new TextVersion(
                        row.getInt("version"),
                        Column.instant(row, "at"),
                        RevisionForm.revisionIfAny(row.getString("difference"))))
                .list();
    }

    /** One text, in the language of its source. */
    public Optional<Article> document(ArticleId article, int version) {
        return client.sql("SELECT document FROM revision WHERE article = :article AND version = :version")
                .param("article", article.value())
                .param("version", version)
                .query((row, number) -> row.getString(1))
                .optional()
                .map(Documents::article);
    }
}
