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
import org.springframework.jdbc.core.simple.JdbcClient;

/** How articles stand in the editions. */
public final class Standings {
    private final JdbcClient client;

    Standings(JdbcClient client) {
        this.client = client;
    }

    public List<Standing> of(ArticleId article) {
        return client.sql("SELECT * FROM standing WHERE article = :article ORDER BY edition")
                .param("article", article.value())
                .query((row, number) -> standing(row))
                .list();
    }

    public Optional<Standing> find(ArticleId article, LanguageTag edition) {
        return client.sql("SELECT * FROM standing WHERE article = :article AND edition = :edition")
                .param("article", article.value())
                .param("edition", edition.value())
                .query((row, number) -> standing(row))
                .optional();
    }

    /** Saves a standing; any candidate of an earlier one is forgotten. */
    public void save(Standing standing) {
        save(standing, null);
    }

    /** Saves a standing together with the translation that it judges but that is not published. */
    public void save(Standing standing, @Nullable Translation candidate) {
        client.sql("""
                        INSERT INTO standing (article, edition, state, version, reason, detail, findings, attempts,
                                              next_try, candidate)
                        VALUES (:article, :edition, :state, :version, :reason, :detail, :findings, :attempts,
                                :nextTry, :candidate)
                        ON CONFLICT (article, edition) DO UPDATE SET state = excluded.state, version = excluded.version,
                            reason = excluded.reason, detail = excluded.detail, findings = excluded.findings,
                            attempts = excluded.attempts, next_try = excluded.next_try, candidate = excluded.candidate
                        """)
                .param("article", standing.article().value())
                .param("edition", standing.edition().value())
                .param("state", standing.state().name())
                .param("version", standing.version())
                .param("reason", Column.name(standing.reason()))
                .param("detail", standing.detail())
                .param("findings", Documents.findingsJson(standing.findings()))
                .param("attempts", standing.attempts())
                .param("nextTry", Column.millis(standing.nextTry()))
                .param("candidate", candidate == null ? null : Documents.json(candidate))
                .update();
    }

    /** The translation that is held back in an edition. */
    public Optional<Translation> candidate(ArticleId article, LanguageTag edition) {
        return client.sql(
                        "SELECT candidate FROM standing WHERE article = :article AND edition = :edition AND candidate IS NOT NULL")
                .param("article", article.value())
                .param("edition", edition.value())
                .query((row, number) -> row.getString(1))
                .optional()
                .map(Documents::translation);
    }

    /** Articles with a standing that waits, or that failed and is to be tried again by now. */
    public List<ArticleId> due(Instant now) {
        return client.sql("""
                        SELECT DISTINCT article FROM standing
                        WHERE state = 'PENDING' OR (state = 'FAILED' AND next_try <= :now) ORDER BY article
                        """)
                .param("now", now.toEpochMilli())
                .query((row, number) -> new ArticleId(row.getString("article")))
                .list();
    }

    /**
     * A language in which an edition refused articles.
     *
     * @param language empty if it is not known, as of articles from before stories were kept
     */
    public record RefusedPair(LanguageTag edition, Optional<LanguageTag> language) {
        private String key() {
            return edition + " " + language.map(LanguageTag::value).orElse("");
        }
    }

    private static final String REFUSED_SINCE = """
            state = 'REFUSED' AND standing.reason IN (:reasons)
            AND standing.article IN (SELECT id FROM article WHERE stage = 'EXTRACTED' AND :since <= COALESCE(
                (SELECT at FROM revision WHERE revision.article = id AND revision.version = standing.version), sighted_at))
            """;

    private static Map<String, Object> since(Set<Reason> reasons, Instant takenSince) {
        return Map.of(
                "reasons", reasons.stream().map(Reason::name).toList(),
                "since", takenSince.toEpochMilli());
    }

    /** The languages of what editions refused for one of these reasons, where its source still shows it and its text is no older. */
    public List<RefusedPair> refused(Set<Reason> reasons, Instant takenSince) {
        return client.sql("SELECT DISTINCT standing.edition, member.language FROM standing"
                        + " LEFT JOIN story_member AS member ON member.article = standing.article WHERE "
                        + REFUSED_SINCE)
                .params(since(reasons, takenSince))
                .query((row, number) -> new RefusedPair(
                        new LanguageTag(row.getString("edition")),
                        Optional.ofNullable(row.getString("language")).map(LanguageTag::new)))
                .list();
    }

    /** Lets what failed for a reason be tried again now. */
    public void hasten(Reason reason, Instant now) {
        client.sql(
                        "UPDATE standing SET next_try = :now WHERE state = 'FAILED' AND reason = :reason AND next_try > :now")
                .param("reason", reason.name())
                .param("now", now.toEpochMilli())
                .update();
    }

    /** Lets what was so refused in these languages wait for its translation again; why it was refused stays known. */
    public void reopen(Set<Reason> reasons, Instant takenSince, List<RefusedPair> pairs) {
        if (!pairs.isEmpty()) {
            client.sql(
                            "UPDATE standing SET state = 'PENDING' WHERE " + REFUSED_SINCE
                                    + " AND edition || ' ' || COALESCE("
                                    + "(SELECT language FROM story_member WHERE story_member.article = standing.article), '') IN (:pairs)")
                    .params(since(reasons, takenSince))
                    .param("pairs", pairs.stream().map(RefusedPair::key).toList())
                    .update();
        }
    }

    /** How many articles stand how in each edition. */
    public Map<LanguageTag, Map<Standing.State, Integer>> counts() {
        Map<LanguageTag, Map<Standing.State, Integer>> counts = new TreeMap<>();
        client.sql("SELECT edition, state, COUNT(*) AS number FROM standing GROUP BY edition, state")
                .query(row -> {
                    counts.computeIfAbsent(new LanguageTag(row.getString("edition")), edition -> new TreeMap<>())
                            .put(Standing.State.valueOf(row.getString("state")), row.getInt("number"));
                });
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
