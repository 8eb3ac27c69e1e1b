package org.polywire.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of the projections of the log that live outside the store. */
public final class Projections {
    private final JdbcClient client;

    Projections(JdbcClient client) {
        this.client = client;
    }

    public Optional<Following> find(String name) {
        return client.sql("SELECT * FROM projection WHERE name = :name")
                .param("name", name)
                .query((row, number) -> following(row))
                .optional();
    }

    public List<Following> all() {
        return client.sql("SELECT * FROM projection ORDER BY name")
                .query((row, number) -> following(row))
                .list();
    }

    public void save(Following following) {
        client.sql("""
                        INSERT INTO projection (name, sequence, renew, failures, failing_at, next_try, code, detail,
                                                last_success)
                        VALUES (:name, :sequence, :renew, :failures, :failingAt, :nextTry, :code, :detail, :lastSuccess)
                        ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence, renew = excluded.renew,
                            failures = excluded.failures, failing_at = excluded.failing_at,
                            next_try = excluded.next_try, code = excluded.code, detail = excluded.detail,
                            last_success = excluded.last_success
                        """)
                .param("name", following.name())
                .param("sequence", following.sequence())
                .param("renew", following.renew() ? 1 : 0)
                .param("failures", following.failures())
                .param("failingAt", Column.millis(following.failingSince()))
                .param("nextTry", Column.millis(following.nextTry()))
                .param("code", following.code())
                .param("detail", following.detail())
                .param("lastSuccess", Column.millis(following.lastSuccess()))
                .update();
    }

    /** Asks a projection to make itself anew; one that was never heard of will find the request when it first looks. */
    public void renew(String name) {
        Following known = find(name).orElseGet(() -> Following.from(name, 0));
        save(new Following(name, known.sequence(), true, 0, null, null, "", "", known.lastSuccess()));
    }

    public void setAside(SetAside entry) {
        client.sql("""
                        INSERT INTO set_aside (projection, sequence, at, code, detail)
                        VALUES (:projection, :sequence, :at, :code, :detail)
                        ON CONFLICT (projection, sequence) DO UPDATE
                        SET at = excluded.at, code = excluded.code, detail = excluded.detail
                        """)
                .param("projection", entry.projection())
                .param("sequence", entry.sequence())
                .param("at", Column.millis(entry.at()))
                .param("code", entry.code())
                .param("detail", entry.detail())
                .update();
    }

    /** In the order of the log. */
    public List<SetAside> setAside(String projection) {
        return client.sql("SELECT * FROM set_aside WHERE projection = :projection ORDER BY sequence")
                .param("projection", projection)
                .query((row, number) -> new SetAside(
                        row.getString("projection"),
                        row.getLong("sequence"),
                        Column.instant(row, "at"),
                        row.getString("code"),
                        row.getString("detail")))
                .list();
    }

    /** Forgets what was set aside after an entry, as it is tried again. */
    public void takeUp(String projection, long after) {
        client.sql("DELETE FROM set_aside WHERE projection = :projection AND sequence > :after")
                .param("projection", projection)
                .param("after", after)
                .update();
    }

    public Optional<Remote> remote(String connector, LanguageTag edition, ArticleId article) {
        return client.sql("""
                        SELECT * FROM remote
                        WHERE connector = :connector AND edition = :edition AND article = :article
                        """)
                .param("connector", connector)
                .param("edition", edition.value())
                .param("article", article.value())
                .query((row, number) ->
                        new Remote(connector, edition, article, row.getString("id"), row.getString("mark")))
                .optional();
    }

    public void save(Remote remote) {
        client.sql("""
                        INSERT INTO remote (connector, edition, article, id, mark)
                        VALUES (:connector, :edition, :article, :id, :mark)
                        ON CONFLICT (connector, edition, article) DO UPDATE SET id = excluded.id, mark = excluded.mark
                        """)
                .param("connector", remote.connector())
                .param("edition", remote.edition().value())
                .param("article", remote.article().value())
                .param("id", remote.id())
                .param("mark", remote.mark())
                .update();
    }

    private static Following following(ResultSet row) throws SQLException {
        return new Following(
                row.getString("name"),
                row.getLong("sequence"),
                row.getInt("renew") != 0,
                row.getInt("failures"),
                Column.instantIfAny(row, "failing_at"),
                Column.instantIfAny(row, "next_try"),
                row.getString("code"),
                row.getString("detail"),
                Column.instantIfAny(row, "last_success"));
    }
}
