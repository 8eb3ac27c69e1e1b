package org.polywire.store;

import java.util.List;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;

/** What happened to each article, for those who ask. */
public final class History {
    private final Sql sql;

    History(Sql sql) {
        this.sql = sql;
    }

    public void add(Event event) {
        LanguageTag edition = event.edition();
        sql.prepare("INSERT INTO history (article, edition, at, step, code, detail) "
                        + "VALUES (:article, :edition, :at, :step, :code, :detail)")
                .bind("article", event.article().value())
                .bind("edition", edition == null ? null : edition.value())
                .bind("at", event.at().toEpochMilli())
                .bind("step", event.step().name())
                .bind("code", event.code())
                .bind("detail", event.detail())
                .execute();
    }

    /** In the order in which it happened. */
    public List<Event> of(ArticleId article) {
        return sql.prepare("SELECT * FROM history WHERE article = :article ORDER BY sequence")
                .bind("article", article.value())
                .map(row -> {
                    String edition = row.getString("edition");
                    return new Event(
                            article,
                            edition == null ? null : new LanguageTag(edition),
                            Column.instant(row, "at"),
                            Event.Step.valueOf(row.getString("step")),
                            row.getString("code"),
                            row.getString("detail"));
                })
                .list();
    }
}
