package org.polywire.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.polywire.model.Grant;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources that are followed. */
public final class Sources {
    private final JdbcClient client;

    Sources(JdbcClient client) {
        this.client = client;
    }

    public List<FollowedSource> all() {
        return client.sql("SELECT * FROM source ORDER BY id")
                .query((row, number) -> source(row))
                .list();
    }

    public Optional<FollowedSource> find(SourceId id) {
        return client.sql("SELECT * FROM source WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> source(row))
                .optional();
    }

    /** Those that are to be polled by now, the longest waiting first. */
    public List<SourceId> due(Instant now) {
        return client.sql("SELECT id FROM source WHERE ended = 0 AND next_poll <= :now ORDER BY next_poll, id")
                .param("now", now.toEpochMilli())
                .query((row, number) -> new SourceId(row.getString("id")))
                .list();
    }

    /** How much comes from a source, and how much of it can be read. */
    public Pulse pulse(SourceId id, Instant now) {
        List<Boolean> readable = client.sql("""
                        SELECT stage = 'EXTRACTED' OR stage = 'WITHDRAWN' AS readable FROM article
                        WHERE source = :id AND (stage IN ('EXTRACTED', 'WITHDRAWN')
                            OR stage = 'REFUSED' AND reason IN ('NOT_AN_ARTICLE', 'EXTRACTION_DOUBTFUL', 'EMPTY_PAGE'))
                        ORDER BY sighted_at DESC LIMIT :limit
                        """)
                .param("id", id.value())
                .param("limit", Pulse.RECENT + Pulse.EARLIER)
                .query((row, number) -> row.getInt("readable") == 1)
                .list();
        List<Boolean> recent = readable.subList(0, Math.min(Pulse.RECENT, readable.size()));
        List<Boolean> earlier = readable.subList(recent.size(), readable.size());
        return client.sql("""
                        SELECT COUNT(*) AS items, MIN(sighted_at) AS first, MAX(sighted_at) AS last,
                            COUNT(CASE WHEN sighted_at > :yesterday THEN 1 END) AS today
                        FROM article WHERE source = :id
                        """)
                .param("id", id.value())
                .param("yesterday", now.minus(Duration.ofDays(1)).toEpochMilli())
                .query((row, number) -> new Pulse(
                        row.getInt("today"),
                        row.getInt("items"),
                        Column.instantIfAny(row, "first"),
                        Column.instantIfAny(row, "last"),
                        recent.size(),
                        Collections.frequency(recent, false),
                        earlier.size(),
                        Collections.frequency(earlier, false)))
                .single();
    }

    public void save(FollowedSource followed) {
        client.sql("""
                        INSERT INTO source (id, name, home, feed, rights, ended, etag, last_modified, pause, next_poll,
                                            failures, last_success, reason, detail, way)
                        VALUES (:id, :name, :home, :feed, :rights, :ended, :etag, :lastModified, :pause, :nextPoll,
                                :failures, :lastSuccess, :reason, :detail, :way)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, home = excluded.home, feed = excluded.feed,
                            rights = excluded.rights, ended = excluded.ended, etag = excluded.etag,
                            last_modified = excluded.last_modified, pause = excluded.pause,
                            next_poll = excluded.next_poll, failures = excluded.failures,
                            last_success = excluded.last_success, reason = excluded.reason, detail = excluded.detail,
                            way = excluded.way
                        """)
                .param("id", followed.source().id().value())
                .param("name", followed.source().name())
                .param("home", followed.source().home().toString())
                .param("feed", followed.source().feed().toString())
                .param("rights", followed.source().grant().name())
                .param("ended", followed.ended() ? 1 : 0)
                .param("etag", followed.etag())
                .param("lastModified", followed.lastModified())
                .param("pause", followed.pause().toMillis())
                .param("nextPoll", followed.nextPoll().toEpochMilli())
                .param("failures", followed.failures())
                .param("lastSuccess", Column.millis(followed.lastSuccess()))
                .param("reason", Column.name(followed.reason()))
                .param("detail", followed.detail())
                .param("way", followed.source().way().name())
                .update();
    }

    /** When a source publishes, in words that only their writer reads; empty if nothing is known. */
    public String habit(SourceId id) {
        return client.sql("SELECT habit FROM source WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getString(1))
                .optional()
                .orElse("");
    }

    public void saveHabit(SourceId id, String habit) {
        client.sql("UPDATE source SET habit = :habit WHERE id = :id")
                .param("id", id.value())
                .param("habit", habit)
                .update();
    }

    /** What the server said of the version of a part of an index that was read last, verbatim; empty if it was never read. */
    public Optional<PartVersion> part(SourceId id, URI address) {
        return client.sql("SELECT etag, last_modified FROM source_part WHERE source = :id AND address = :address")
                .param("id", id.value())
                .param("address", address.toString())
                .query((row, number) -> new PartVersion(row.getString("etag"), row.getString("last_modified")))
                .optional();
    }

    public void savePart(SourceId id, URI address, PartVersion version) {
        client.sql("""
                        INSERT INTO source_part (source, address, etag, last_modified)
                        VALUES (:id, :address, :etag, :lastModified)
                        ON CONFLICT (source, address) DO UPDATE SET etag = excluded.etag,
                            last_modified = excluded.last_modified
                        """)
                .param("id", id.value())
                .param("address", address.toString())
                .param("etag", version.etag())
                .param("lastModified", version.lastModified())
                .update();
    }

    /** The validators of one part of a source that has several, such as a sitemap of an index. */
    public record PartVersion(String etag, String lastModified) {}

    private static FollowedSource source(ResultSet row) throws SQLException {
        Source source = new Source(
                new SourceId(row.getString("id")),
                row.getString("name"),
                URI.create(row.getString("home")),
                URI.create(row.getString("feed")),
                Grant.valueOf(row.getString("rights")),
                Source.Way.valueOf(row.getString("way")));
        return new FollowedSource(
                source,
                row.getInt("ended") == 1,
                row.getString("etag"),
                row.getString("last_modified"),
                Duration.ofMillis(row.getLong("pause")),
                Column.instant(row, "next_poll"),
                row.getInt("failures"),
                Column.instantIfAny(row, "last_success"),
                Column.reasonIfAny(row),
                row.getString("detail"));
    }
}
