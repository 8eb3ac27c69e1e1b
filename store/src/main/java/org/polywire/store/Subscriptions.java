package org.polywire.store;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who follows our feeds through the hub. */
public final class Subscriptions {
    private final JdbcClient client;

    Subscriptions(JdbcClient client) {
        this.client = client;
    }

    public List<Subscription> all() {
        return client.sql("SELECT * FROM subscription ORDER BY topic, callback")
                .query((row, number) -> new Subscription(
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
        client.sql("""
                        INSERT INTO subscription (callback, topic, secret, lease_end, delivered, failures, next_try)
                        VALUES (:callback, :topic, :secret, :leaseEnd, :delivered, :failures, :nextTry)
                        ON CONFLICT (callback, topic) DO UPDATE SET secret = excluded.secret,
                            lease_end = excluded.lease_end, delivered = excluded.delivered,
                            failures = excluded.failures, next_try = excluded.next_try
                        """)
                .param("callback", subscription.callback().toString())
                .param("topic", subscription.topic().toString())
                .param("secret", subscription.secret())
                .param("leaseEnd", Column.millis(subscription.leaseEnd()))
                .param("delivered", subscription.delivered())
                .param("failures", subscription.failures())
                .param("nextTry", Column.millis(subscription.nextTry()))
                .update();
    }

    public void remove(URI callback, URI topic) {
        client.sql("DELETE FROM subscription WHERE callback = :callback AND topic = :topic")
                .param("callback", callback.toString())
                .param("topic", topic.toString())
                .update();
    }

    /** Forgets those whose lease is over. */
    public void expire(Instant now) {
        client.sql("DELETE FROM subscription WHERE lease_end <= :now")
                .param("now", Column.millis(now))
                .update();
    }
}
