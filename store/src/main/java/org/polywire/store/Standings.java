package org.polywire.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.Translation;

/** How articles stand in the editions. */
public final class Standings {
    private final Sql sql;

    Standings(Sql sql) {
        this.sql = sql;
    }

    public List<Standing> of(ArticleId article) {
        return sql.prepare("SELECT * FROM standing WHERE article = :article ORDER BY edition")
                .bind("article", article.value())
                .map(row -> standing(row))
                .list();
    }

    public Optional<Standing> find(ArticleId article, LanguageTag edition) {
        return sql.prepare("SELECT * FROM standing WHERE article = :article AND edition = :edition")
                .bind("article", article.value())
                .bind("edition", edition.value())
                .map(row -> standing(row))
                .any();
    }

    /** Saves a standing; any candidate of an earlier one is forgotten. */
    public void save(Standing standing) {
        save(standing, null);
    }

    /** Saves a standing together with the translation that it judges but that is not published. */
    public void save(Standing standing, @Nullable Translation candidate) {
        sql.prepare("""
                        INSERT INTO standing (article, edition, state, version, reason, detail, findings, attempts,
                                              next_try, candidate)
                        VALUES (:article, :edition, :state, :version, :reason, :detail, :findings, :attempts,
                                :nextTry, :candidate)
                        ON CONFLICT (article, edition) DO UPDATE SET state = excluded.state, version = excluded.version,
                            reason = excluded.reason, detail = excluded.detail, findings = excluded.findings,
                            attempts = excluded.attempts, next_try = excluded.next_try, candidate = excluded.candidate
                        """)
                .bind("article", standing.article().value())
                .bind("edition", standing.edition().value())
                .bind("state", standing.state().name())
                .bind("version", standing.version())
                .bind("reason", Column.name(standing.reason()))
                .bind("detail", standing.detail())
                .bind("findings", Documents.findingsJson(standing.findings()))
                .bind("attempts", standing.attempts())
                .bind("nextTry", Column.millis(standing.nextTry()))
                .bind("candidate", candidate == null ? null : Documents.json(candidate))
                .execute();
    }

    /** The translation that is held back in an edition. */
    public Optional<Translation> candidate(ArticleId article, LanguageTag edition) {
        return sql.prepare(
                        "SELECT candidate FROM standing WHERE article = :article AND edition = :edition AND candidate IS NOT NULL")
                .bind("article", article.value())
                .bind("edition", edition.value())
                .map(row -> row.getString(1))
                .any()
                .map(Documents::translation);
    }

    /** Articles with a standing that waits, or that failed and is to be tried again by now. */
    public List<ArticleId> due(Instant now) {
        return sql.prepare("""
                        SELECT DISTINCT article FROM standing
                        WHERE state = 'PENDING' OR (state = 'FAILED' AND next_try <= :now) ORDER BY article
                        """)
                .bind("now", now.toEpochMilli())
                .map(row -> new ArticleId(row.getString("article")))
                .list();
    }

    /** Lets what was refused for one of these reasons wait for its translation again, if its source still shows it and it is no older. */
    public void reopen(Set<Reason> reasons, Instant sightedSince) {
        sql.prepare("""
                        UPDATE standing SET state = 'PENDING', reason = NULL, detail = ''
                        WHERE state = 'REFUSED' AND reason IN (<reasons>)
                        AND article IN (SELECT id FROM article WHERE stage = 'EXTRACTED' AND sighted_at >= :since)
                        """)
                .bind("reasons", reasons.stream().map(Reason::name).toList())
                .bind("since", sightedSince.toEpochMilli())
                .execute();
    }

    /** How many articles stand how in each edition. */
    public Map<LanguageTag, Map<Standing.State, Integer>> counts() {
        Map<LanguageTag, Map<Standing.State, Integer>> counts = new TreeMap<>();
        sql.prepare("SELECT edition, state, COUNT(*) AS number FROM standing GROUP BY edition, state")
                .each(row -> counts.computeIfAbsent(
                                new LanguageTag(row.getString("edition")), edition -> new TreeMap<>())
                        .put(Standing.State.valueOf(row.getString("state")), row.getInt("number")));
        return counts;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new ArticleId(row.getString("article")),
                new LanguageTag(row.getString("edition")),
                Standing.State.valueOf(row.getString("state")),
                row.getInt("version"),
                Column.reasonIfAny(row),
                row.getString("detail"),
                Documents.findings(row.getString("findings")),
                row.getInt("attempts"),
                Column.instantIfAny(row, "next_try"));
    }
}
