package org.polywire.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.SourceId;

/** The sources whose news a hub brings. */
public final class PushSubscriptions {
    private final Sql sql;

    PushSubscriptions(Sql sql) {
        this.sql = sql;
    }

    public Optional<PushSubscription> find(SourceId source) {
        return sql.prepare("SELECT * FROM push WHERE source = :source")
                .bind("source", source.value())
                .map(row -> subscription(row))
                .any();
    }

    public Optional<PushSubscription> at(String path) {
        return sql.prepare("SELECT * FROM push WHERE path = :path")
                .bind("path", path)
                .map(row -> subscription(row))
                .any();
    }

    /** Those whose hub is to be asked by now, the longest waiting first. */
    public List<SourceId> due(Instant now) {
        return sql.prepare("SELECT source FROM push WHERE next_try <= :now ORDER BY next_try, source")
                .bind("now", now.toEpochMilli())
                .map(row -> new SourceId(row.getString("source")))
                .list();
    }

    public void save(PushSubscription one) {
        sql.prepare("""
                        INSERT INTO push (source, hubs, hub, topic, path, secret, state, asked_at, lease_end, next_try,
                            failures, detail, brought_at)
                        VALUES (:source, :hubs, :hub, :topic, :path, :secret, :state, :askedAt, :leaseEnd, :nextTry,
                            :failures, :detail, :broughtAt)
                        ON CONFLICT (source) DO UPDATE SET hubs = excluded.hubs, hub = excluded.hub, topic = excluded.topic,
                            path = excluded.path, secret = excluded.secret, state = excluded.state,
                            asked_at = excluded.asked_at, lease_end = excluded.lease_end,
                            next_try = excluded.next_try, failures = excluded.failures, detail = excluded.detail,
                            brought_at = excluded.brought_at
                        """)
                .bind("source", one.source().value())
                .bind("hubs", one.hubs().stream().map(URI::toString).collect(Collectors.joining(" ")))
                .bind("hub", one.hub().toString())
                .bind("topic", one.topic().toString())
                .bind("path", one.path())
                .bind("secret", one.secret())
                .bind("state", one.state().name())
                .bind("askedAt", Column.millis(one.askedAt()))
                .bind("leaseEnd", Column.millis(one.leaseEnd()))
                .bind("nextTry", Column.millis(one.nextTry()))
                .bind("failures", one.failures())
                .bind("detail", one.detail())
                .bind("broughtAt", Column.millis(one.broughtAt()))
                .execute();
    }

    public void remove(SourceId source) {
        sql.prepare("DELETE FROM push WHERE source = :source")
                .bind("source", source.value())
                .execute();
    }

    private static PushSubscription subscription(ResultSet row) throws SQLException {
        URI hub = URI.create(row.getString("hub"));
        return new PushSubscription(
                new SourceId(row.getString("source")),
                hubs(row.getString("hubs"), hub),
                hub,
                URI.create(row.getString("topic")),
                row.getString("path"),
                row.getString("secret"),
                PushSubscription.State.valueOf(row.getString("state")),
                Column.instantIfAny(row, "asked_at"),
                Column.instantIfAny(row, "lease_end"),
                Column.instant(row, "next_try"),
                row.getInt("failures"),
                row.getString("detail"),
                Column.instantIfAny(row, "brought_at"));
    }

    private static List<URI> hubs(String addresses, URI hub) {
        return addresses.isEmpty()
                ? List.of(hub)
                : Stream.of(addresses.split(" ")).map(URI::create).toList();
    }
}
