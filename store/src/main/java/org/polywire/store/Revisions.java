package org.polywire.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Revision;

/** Every text of an article that its source published, oldest first. */
public final class Revisions {
    private final Sql sql;

    Revisions(Sql sql) {
        this.sql = sql;
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
        sql.prepare("INSERT INTO revision (article, version, at, difference, document) "
                        + "VALUES (:article, :version, :at, :difference, :document)")
                .bind("article", article.value())
                .bind("version", text.version())
                .bind("at", text.at().toEpochMilli())
                .bind("difference", difference == null ? "" : RevisionForm.json(difference))
                .bind("document", Documents.json(document))
                .execute();
    }

    /** All but the texts themselves, oldest first. */
    public List<TextVersion> of(ArticleId article) {
        return sql.prepare("SELECT version, at, difference FROM revision WHERE article = :article ORDER BY version")
                .bind("article", article.value())
                .map(row -> new TextVersion(
                        row.getInt("version"),
                        Column.instant(row, "at"),
                        RevisionForm.revisionIfAny(row.getString("difference"))))
                .list();
    }

    /** One text, in the language of its source. */
    public Optional<Article> document(ArticleId article, int version) {
        return sql.prepare("SELECT document FROM revision WHERE article = :article AND version = :version")
                .bind("article", article.value())
                .bind("version", version)
                .map(row -> row.getString(1))
                .any()
                .map(Documents::article);
    }
}
