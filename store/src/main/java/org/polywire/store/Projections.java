package org.polywire.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;

/** What is known of the projections of the log that live outside the store. */
public final class Projections {
    private final Sql sql;

    Projections(Sql sql) {
        this.sql = sql;
    }

    public Optional<Following> find(String name) {
        return sql.prepare("SELECT * FROM projection WHERE name = :name")
                .bind("name", name)
                .map(row -> following(row))
                .any();
    }

    public List<Following> all() {
        return sql.prepare("SELECT * FROM projection ORDER BY name")
                .map(row -> following(row))
                .list();
    }

    public void save(Following following) {
        sql.prepare("""
                        INSERT INTO projection (name, sequence, renew, failures, failing_at, next_try, code, detail,
                                                last_success)
                        VALUES (:name, :sequence, :renew, :failures, :failingAt, :nextTry, :code, :detail, :lastSuccess)
                        ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence, renew = excluded.renew,
                            failures = excluded.failures, failing_at = excluded.failing_at,
                            next_try = excluded.next_try, code = excluded.code, detail = excluded.detail,
                            last_success = excluded.last_success
                        """)
                .bind("name", following.name())
                .bind("sequence", following.sequence())
                .bind("renew", following.renew() ? 1 : 0)
                .bind("failures", following.failures())
                .bind("failingAt", Column.millis(following.failingSince()))
                .bind("nextTry", Column.millis(following.nextTry()))
                .bind("code", following.code())
                .bind("detail", following.detail())
                .bind("lastSuccess", Column.millis(following.lastSuccess()))
                .execute();
    }

    /** Asks a projection to make itself anew; one that was never heard of will find the request when it first looks. */
    public void renew(String name) {
        Following known = find(name).orElseGet(() -> Following.from(name, 0));
        save(new Following(name, known.sequence(), true, 0, null, null, "", "", known.lastSuccess()));
    }

    public void setAside(SetAside entry) {
        sql.prepare("""
                        INSERT INTO set_aside (projection, sequence, at, code, detail)
                        VALUES (:projection, :sequence, :at, :code, :detail)
                        ON CONFLICT (projection, sequence) DO UPDATE
                        SET at = excluded.at, code = excluded.code, detail = excluded.detail
                        """)
                .bind("projection", entry.projection())
                .bind("sequence", entry.sequence())
                .bind("at", Column.millis(entry.at()))
                .bind("code", entry.code())
                .bind("detail", entry.detail())
                .execute();
    }

    /** In the order of the log. */
    public List<SetAside> setAside(String projection) {
        return sql.prepare("SELECT * FROM set_aside WHERE projection = :projection ORDER BY sequence")
                .bind("projection", projection)
                .map(row -> new SetAside(
                        row.getString("projection"),
                        row.getLong("sequence"),
                        Column.instant(row, "at"),
                        row.getString("code"),
                        row.getString("detail")))
                .list();
    }

    /** Forgets what was set aside after an entry, as it is tried again. */
    public void takeUp(String projection, long after) {
        sql.prepare("DELETE FROM set_aside WHERE projection = :projection AND sequence > :after")
                .bind("projection", projection)
                .bind("after", after)
                .execute();
    }

    public Optional<Remote> remote(String connector, LanguageTag edition, ArticleId article) {
        return sql.prepare("""
                        SELECT * FROM remote
                        WHERE connector = :connector AND edition = :edition AND article = :article
                        """)
                .bind("connector", connector)
                .bind("edition", edition.value())
                .bind("article", article.value())
                .map(row -> new Remote(connector, edition, article, row.getString("id"), row.getString("mark")))
                .any();
    }

    public void save(Remote remote) {
        sql.prepare("""
                        INSERT INTO remote (connector, edition, article, id, mark)
                        VALUES (:connector, :edition, :article, :id, :mark)
                        ON CONFLICT (connector, edition, article) DO UPDATE SET id = excluded.id, mark = excluded.mark
                        """)
                .bind("connector", remote.connector())
                .bind("edition", remote.edition().value())
                .bind("article", remote.article().value())
                .bind("id", remote.id())
                .bind("mark", remote.mark())
                .execute();
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
