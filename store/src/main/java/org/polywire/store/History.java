package org.polywire.store;

import java.util.List;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to each article, for those who ask. */
public final class History {
    private final JdbcClient client;

    History(JdbcClient client) {
        this.client = client;
    }

    public void add(Event event) {
        LanguageTag edition = event.edition();
        client.sql("INSERT INTO history (article, edition, at, step, code, detail) "
                        + "VALUES (:article, :edition, :at, :step, :code, :detail)")
                .param("article", event.article().value())
                .param("edition", edition == null ? null : edition.value())
                .param("at", event.at().toEpochMilli())
                .param("step", event.step().name())
                .param("code", event.code())
                .param("detail", event.detail())
                .update();
    }

    /** In the order in which it happened. */
    public List<Event> of(ArticleId article) {
        return client.sql("SELECT * FROM history WHERE article = :article ORDER BY sequence")
                .param("article", article.value())
                .query((row, number) -> {
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
