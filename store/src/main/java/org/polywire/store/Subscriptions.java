package org.polywire.store;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who follows our feeds through the hub. */
public final class Subscriptions {
    private final Sql sql;

    Subscriptions(Sql sql) {
        this.sql = sql;
    }

    public List<Subscription> all() {
        return sql.prepare("SELECT * FROM subscription ORDER BY topic, callback")
                .map(row -> new Subscription(
                        URI.create(row.getString("callback")),
                        URI.create(row.getString("topic")),
                        row.getString("secret"),
                        Column.instant(row, "lease_end"),
                        row.getString("delivered"),
                        row.getInt("failures"),
                        Column.instant(row, "next_try")))
                .list();
    }

    public Optional<Subscription> find(URI callback, URI topic) {
        return all().stream()
                .filter(one -> one.callback().equals(callback) && one.topic().equals(topic))
                .findFirst();
    }

    public void save(Subscription subscription) {
        sql.prepare("""
                        INSERT INTO subscription (callback, topic, secret, lease_end, delivered, failures, next_try)
                        VALUES (:callback, :topic, :secret, :leaseEnd, :delivered, :failures, :nextTry)
                        ON CONFLICT (callback, topic) DO UPDATE SET secret = excluded.secret,
                            lease_end = excluded.lease_end, delivered = excluded.delivered,
                            failures = excluded.failures, next_try = excluded.next_try
                        """)
                .bind("callback", subscription.callback().toString())
                .bind("topic", subscription.topic().toString())
                .bind("secret", subscription.secret())
                .bind("leaseEnd", Column.millis(subscription.leaseEnd()))
                .bind("delivered", subscription.delivered())
                .bind("failures", subscription.failures())
                .bind("nextTry", Column.millis(subscription.nextTry()))
                .execute();
    }

    public void remove(URI callback, URI topic) {
        sql.prepare("DELETE FROM subscription WHERE callback = :callback AND topic = :topic")
                .bind("callback", callback.toString())
                .bind("topic", topic.toString())
                .execute();
    }

    /** Forgets those whose lease is over. */
    public void expire(Instant now) {
        sql.prepare("DELETE FROM subscription WHERE lease_end <= :now")
                .bind("now", Column.millis(now))
                .execute();
    }
}
