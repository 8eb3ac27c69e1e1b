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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The articles sighted so far, each with the newest text taken from its page. */
public final class Articles {
    private static final String COLUMNS = "id, source, address, title, mark, stage, reason, detail, attempts, visits, "
            + "next_visit, sighted_at, etag, last_modified, version, fingerprint";

    private final JdbcClient client;

    Articles(JdbcClient client) {
        this.client = client;
    }

    public Optional<KnownArticle> find(ArticleId id) {
        return client.sql("SELECT " + COLUMNS + " FROM article WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> article(row))
                .optional();
    }

    /** The article with this address, as sighted or as its page calls itself. */
    public Optional<KnownArticle> find(URI address) {
        return client
                .sql("SELECT " + COLUMNS + " FROM article WHERE address = :address OR canonical = :address")
                .param("address", address.toString())
                .query((row, number) -> article(row))
                .list()
                .stream()
                .findFirst();
    }

    /** Those of many addresses that are known, each under the address or addresses that it was looked for by. */
    public Map<URI, KnownArticle> find(Collection<URI> addresses) {
        Map<URI, KnownArticle> found = new HashMap<>();
        if (!addresses.isEmpty()) {
            client.sql("SELECT " + COLUMNS + ", canonical FROM article"
                            + " WHERE address IN (:addresses) OR canonical IN (:addresses)")
                    .param("addresses", addresses.stream().map(URI::toString).toList())
                    .query(row -> {
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
        return client.sql("SELECT document FROM article WHERE id = :id AND document IS NOT NULL")
                .param("id", id.value())
                .query((row, number) -> row.getString(1))
                .optional()
                .map(Documents::article);
    }

    public void add(KnownArticle article) {
        client.sql("INSERT INTO article (" + COLUMNS + ") VALUES (:id, :source, :address, :title, :mark, :stage, "
                        + ":reason, :detail, :attempts, :visits, :nextVisit, :sightedAt, :etag, :lastModified, :version, "
                        + ":fingerprint)")
                .params(columns(article))
                .update();
    }

    /** Saves all but the text. */
    public void save(KnownArticle article) {
        client.sql("""
                        UPDATE article SET title = :title, mark = :mark, stage = :stage, reason = :reason,
                            detail = :detail, attempts = :attempts, visits = :visits, next_visit = :nextVisit,
                            etag = :etag, last_modified = :lastModified, version = :version, fingerprint = :fingerprint
                        WHERE id = :id
                        """).params(columns(article)).update();
    }

    public void saveDocument(ArticleId id, Article document) {
        client.sql("UPDATE article SET document = :document, canonical = :canonical WHERE id = :id")
                .param("document", Documents.json(document))
                .param("canonical", document.address().toString())
                .param("id", id.value())
                .update();
    }

    /** Those whose page is to be fetched by now, the longest waiting first. */
    public List<ArticleId> due(Instant now) {
        return client.sql("SELECT id FROM article WHERE next_visit <= :now ORDER BY next_visit, id")
                .param("now", now.toEpochMilli())
                .query((row, number) -> new ArticleId(row.getString("id")))
                .list();
    }

    /** How many articles stand at each stage. */
    public Map<Stage, Integer> counts() {
        Map<Stage, Integer> counts = new TreeMap<>();
        client.sql("SELECT stage, COUNT(*) AS number FROM article GROUP BY stage")
                .query(row -> {
                    counts.put(Stage.valueOf(row.getString("stage")), row.getInt("number"));
                });
        return counts;
    }

    /** Every article, in the order of sighting. */
    public List<KnownArticle> all() {
        return client.sql("SELECT " + COLUMNS + " FROM article ORDER BY sighted_at, id")
                .query((row, number) -> article(row))
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
