package org.polywire.pipeline;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.polywire.connect.Delivery;
import org.polywire.connect.Hub;
import org.polywire.connect.Hub.Mode;
import org.polywire.model.Bytes;
import org.polywire.store.Store;
import org.polywire.store.Subscription;
import org.polywire.store.Subscriptions;

/**
 * The hub's memory: who follows which feed, and which state of it each one was brought. It follows the feeds rather than the log: whoever
 * was not brought the feed as it is now is due, whatever was lost in a kill. Safe to share between threads.
 */
public final class Subscribers implements Follower {
    /** A subscription ends after this unless it is renewed; a subscriber may ask for less or more within bounds. */
    private static final Duration LEASE = Duration.ofDays(10);

    private static final Duration SHORTEST_LEASE = Duration.ofHours(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    private static final int MOST = 10_000;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_SECRET = 199;
    private static final int MOST_QUESTIONS = 16;
    private static final int TRIES = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Store store;
    private final Hub hub;
    private final Function<URI, Optional<Feed>> feeds;
    private final InstantSource clock;
    private final Semaphore questions = new Semaphore(MOST_QUESTIONS);

    /** A feed as it is now; {@code tag} tells one state of it from another. */
    public record Feed(String contentType, String tag, Bytes content) {}

    /** What the hub answers: 202, or why not. */
    public record Answer(int status, String text) {}

    /** @param feeds the feed at an address; empty if none of ours is there */
    public Subscribers(Newsroom newsroom, Hub hub, Function<URI, Optional<Feed>> feeds, InstantSource clock) {
        this(newsroom.store(), hub, feeds, clock);
    }

    Subscribers(Store store, Hub hub, Function<URI, Optional<Feed>> feeds, InstantSource clock) {
        this.store = store;
        this.hub = hub;
        this.feeds = feeds;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hub";
    }

    /** Takes a request to subscribe or unsubscribe; whether it is meant is asked after the answer. */
    public Answer ask(Map<String, String> form) {
        Mode mode;
        switch (form.getOrDefault("hub.mode", "")) {
            case "subscribe" -> mode = Mode.SUBSCRIBE;
            case "unsubscribe" -> mode = Mode.UNSUBSCRIBE;
            default -> {
                return new Answer(400, "hub.mode must be subscribe or unsubscribe");
            }
        }
        Optional<URI> callback = address(form.getOrDefault("hub.callback", ""));
        Optional<URI> topic = address(form.getOrDefault("hub.topic", ""));
        String secret = form.getOrDefault("hub.secret", "");
        if (callback.isEmpty() || callback.get().getRawFragment() != null) {
            return new Answer(400, "hub.callback must be an http or https address");
        }
        if (topic.isEmpty() || feeds.apply(topic.get()).isEmpty()) {
            return new Answer(400, "hub.topic must be the address of a feed of this publication");
        }
        if (secret.getBytes(StandardCharsets.UTF_8).length > LONGEST_SECRET) {
            return new Answer(400, "hub.secret must be shorter than 200 bytes");
        }
        Duration lease = lease(form.getOrDefault("hub.lease_seconds", ""));
        if (!questions.tryAcquire()) {
            return new Answer(503, "too many requests at once; try again");
        }
        Thread.ofVirtual().name("hub-question").start(() -> {
            try {
                confirm(mode, callback.get(), topic.get(), secret, lease);
            } finally {
                questions.release();
            }
        });
        return new Answer(202, "");
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(address -> text.length() <= LONGEST_ADDRESS
                            && Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                            && address.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Duration lease(String seconds) {
        if (!seconds.matches("\\d{1,9}")) {
            return LEASE;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(seconds));
        if (wanted.compareTo(SHORTEST_LEASE) < 0) {
            return SHORTEST_LEASE;
        }
        return wanted.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : wanted;
    }

    private void confirm(Mode mode, URI callback, URI topic, String secret, Duration lease) {
        // What it has to offer now the subscriber can fetch; it is brought what comes next.
        String tag = feeds.apply(topic).map(Feed::tag).orElse("");
        if (!hub.confirmed(mode, callback, topic, lease)) {
            return;
        }
        store.write(transaction -> {
            Subscriptions subscriptions = transaction.subscriptions();
            if (mode == Mode.UNSUBSCRIBE) {
                subscriptions.remove(callback, topic);
            } else if (subscriptions.all().size() < MOST
                    || subscriptions.find(callback, topic).isPresent()) {
                subscriptions.save(new Subscription(
                        callback, topic, secret, clock.instant().plus(lease), tag, 0, Instant.EPOCH));
            }
        });
    }

    @Override
    public Optional<Instant> advance() {
        Instant now = clock.instant();
        List<Subscription> all = store.change(transaction -> {
            transaction.subscriptions().expire(now);
            return transaction.subscriptions().all();
        });
        Map<URI, Optional<Feed>> current = new HashMap<>();
        for (Subscription subscription : all) {
            if (!subscription.nextTry().isAfter(now)) {
                current.computeIfAbsent(subscription.topic(), feeds)
                        .filter(feed -> !feed.tag().equals(subscription.delivered()))
                        .ifPresent(feed -> bring(subscription, feed));
            }
        }
        return Optional.empty();
    }

    private void bring(Subscription subscription, Feed feed) {
        Delivery delivery = hub.distribute(
                subscription.callback(),
                subscription.topic(),
                feed.contentType(),
                feed.content(),
                subscription.secret());
        store.write(transaction -> {
            Subscriptions subscriptions = transaction.subscriptions();
            boolean stands = subscriptions
                    .find(subscription.callback(), subscription.topic())
                    .filter(subscription::equals)
                    .isPresent();
            if (stands) {
                settle(subscriptions, subscription, feed, delivery);
            }
        });
    }

    private void settle(Subscriptions subscriptions, Subscription known, Feed feed, Delivery delivery) {
        switch (delivery) {
            case Delivery.Done done -> subscriptions.save(known.delivered(feed.tag()));
            case Delivery.Kept kept -> subscriptions.save(known.delivered(feed.tag()));
            case Delivery.Ended ended -> subscriptions.remove(known.callback(), known.topic());
            case Delivery.Refused refused -> later(subscriptions, known, Duration.ZERO);
            case Delivery.Later(var obstacle, String detail, Duration pause) -> later(subscriptions, known, pause);
        }
    }

    private void later(Subscriptions subscriptions, Subscription known, Duration asked) {
        if (known.failures() + 1 >= TRIES) {
            subscriptions.remove(known.callback(), known.topic());
            return;
        }
        Duration own = FIRST_PAUSE.multipliedBy(1L << known.failures());
        Duration bounded = own.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : own;
        Duration pause = bounded.compareTo(asked) > 0 ? bounded : asked;
        subscriptions.save(known.failed(clock.instant().plus(pause)));
    }
}
