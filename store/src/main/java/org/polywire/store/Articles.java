package org.polywire.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.SourceId;
import org.polywire.store.KnownArticle.Progress;
import org.polywire.store.KnownArticle.Taken;

/** The articles sighted so far, each with the newest text taken from its page. */
public final class Articles {
    private static final String COLUMNS = "id, source, address, title, mark, stage, reason, detail, attempts, visits, "
            + "next_visit, sighted_at, etag, last_modified, version, fingerprint";

    private final Sql sql;

    Articles(Sql sql) {
        this.sql = sql;
    }

    public Optional<KnownArticle> find(ArticleId id) {
        return sql.prepare("SELECT " + COLUMNS + " FROM article WHERE id = :id")
                .bind("id", id.value())
                .map(row -> article(row))
                .any();
    }

    /** The article with this address, as sighted or as its page calls itself. */
    public Optional<KnownArticle> find(URI address) {
        return sql.prepare("SELECT " + COLUMNS + " FROM article WHERE address = :address OR canonical = :address")
                .bind("address", address.toString())
                .map(row -> article(row))
                .first();
    }

    /** Those of many addresses that are known, each under the address or addresses that it was looked for by. */
    public Map<URI, KnownArticle> find(Collection<URI> addresses) {
        Map<URI, KnownArticle> found = new HashMap<>();
        if (!addresses.isEmpty()) {
            sql.prepare("SELECT " + COLUMNS + ", canonical FROM article"
                            + " WHERE address IN (<addresses>) OR canonical IN (<addresses>)")
                    .bind("addresses", addresses.stream().map(URI::toString).toList())
                    .each(row -> {
                        KnownArticle article = article(row);
                        Optional.ofNullable(row.getString("canonical"))
                                .map(URI::create)
                                .ifPresent(own -> found.putIfAbsent(own, article));
                        found.put(article.address(), article);
                    });
        }
        return found;
    }

    public Optional<Article> document(ArticleId id) {
        return sql.prepare("SELECT document FROM article WHERE id = :id AND document IS NOT NULL")
                .bind("id", id.value())
                .map(row -> row.getString(1))
                .any()
                .map(Documents::article);
    }

    public void add(KnownArticle article) {
        sql.prepare("INSERT INTO article (" + COLUMNS + ") VALUES (:id, :source, :address, :title, :mark, :stage, "
                        + ":reason, :detail, :attempts, :visits, :nextVisit, :sightedAt, :etag, :lastModified, :version, "
                        + ":fingerprint)")
                .bindAll(columns(article))
                .execute();
    }

    /** Saves all but the text. */
    public void save(KnownArticle article) {
        sql.prepare("""
                        UPDATE article SET title = :title, mark = :mark, stage = :stage, reason = :reason,
                            detail = :detail, attempts = :attempts, visits = :visits, next_visit = :nextVisit,
                            etag = :etag, last_modified = :lastModified, version = :version, fingerprint = :fingerprint
                        WHERE id = :id
                        """).bindAll(columns(article)).execute();
    }

    public void saveDocument(ArticleId id, Article document) {
        sql.prepare("UPDATE article SET document = :document, canonical = :canonical WHERE id = :id")
                .bind("document", Documents.json(document))
                .bind("canonical", document.address().toString())
                .bind("id", id.value())
                .execute();
    }

    /** Those whose page is to be fetched by now, the longest waiting first. */
    public List<ArticleId> due(Instant now) {
        return sql.prepare("SELECT id FROM article WHERE next_visit <= :now ORDER BY next_visit, id")
                .bind("now", now.toEpochMilli())
                .map(row -> new ArticleId(row.getString("id")))
                .list();
    }

    /** How many articles stand at each stage. */
    public Map<Stage, Integer> counts() {
        Map<Stage, Integer> counts = new TreeMap<>();
        sql.prepare("SELECT stage, COUNT(*) AS number FROM article GROUP BY stage")
                .each(row -> counts.put(Stage.valueOf(row.getString("stage")), row.getInt("number")));
        return counts;
    }

    /** Every article, in the order of sighting. */
    public List<KnownArticle> all() {
        return sql.prepare("SELECT " + COLUMNS + " FROM article ORDER BY sighted_at, id")
                .map(row -> article(row))
                .list();
    }

    private static Map<String, Object> columns(KnownArticle article) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("id", article.id().value());
        columns.put("source", article.source().value());
        columns.put("address", article.address().toString());
        columns.put("title", article.title());
        columns.put("mark", article.mark());
        columns.put("stage", article.stage().name());
        columns.put("reason", Column.name(article.reason()));
        columns.put("detail", article.detail());
        columns.put("attempts", article.attempts());
        columns.put("visits", article.visits());
        columns.put("nextVisit", Column.millis(article.nextVisit()));
        columns.put("sightedAt", article.sightedAt().toEpochMilli());
        columns.put("etag", article.etag());
        columns.put("lastModified", article.lastModified());
        columns.put("version", article.version());
        columns.put("fingerprint", article.fingerprint());
        return columns;
    }

    private static KnownArticle article(ResultSet row) throws SQLException {
        return new KnownArticle(
                new ArticleId(row.getString("id")),
                new SourceId(row.getString("source")),
                URI.create(row.getString("address")),
                Column.instant(row, "sighted_at"),
                row.getString("title"),
                row.getString("mark"),
                progress(row),
                new Taken(
                        row.getString("etag"),
                        row.getString("last_modified"),
                        row.getInt("version"),
                        row.getString("fingerprint")));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                Stage.valueOf(row.getString("stage")),
                Column.reasonIfAny(row),
                row.getString("detail"),
                row.getInt("attempts"),
                row.getInt("visits"),
                Column.instantIfAny(row, "next_visit"));
    }
}
