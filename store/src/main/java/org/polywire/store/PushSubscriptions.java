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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources whose news a hub brings. */
public final class PushSubscriptions {
    private final JdbcClient client;

    PushSubscriptions(JdbcClient client) {
        this.client = client;
    }

    public Optional<PushSubscription> find(SourceId source) {
        return client.sql("SELECT * FROM push WHERE source = :source")
                .param("source", source.value())
                .query((row, number) -> subscription(row))
                .optional();
    }

    public Optional<PushSubscription> at(String path) {
        return client.sql("SELECT * FROM push WHERE path = :path")
                .param("path", path)
                .query((row, number) -> subscription(row))
                .optional();
    }

    /** Those whose hub is to be asked by now, the longest waiting first. */
    public List<SourceId> due(Instant now) {
        return client.sql("SELECT source FROM push WHERE next_try <= :now ORDER BY next_try, source")
                .param("now", now.toEpochMilli())
                .query((row, number) -> new SourceId(row.getString("source")))
                .list();
    }

    public void save(PushSubscription one) {
        client.sql("""
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
                .param("source", one.source().value())
                .param("hubs", one.hubs().stream().map(URI::toString).collect(Collectors.joining(" ")))
                .param("hub", one.hub().toString())
                .param("topic", one.topic().toString())
                .param("path", one.path())
                .param("secret", one.secret())
                .param("state", one.state().name())
                .param("askedAt", Column.millis(one.askedAt()))
                .param("leaseEnd", Column.millis(one.leaseEnd()))
                .param("nextTry", Column.millis(one.nextTry()))
                .param("failures", one.failures())
                .param("detail", one.detail())
                .param("broughtAt", Column.millis(one.broughtAt()))
                .update();
    }

    public void remove(SourceId source) {
        client.sql("DELETE FROM push WHERE source = :source")
                .param("source", source.value())
                .update();
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
