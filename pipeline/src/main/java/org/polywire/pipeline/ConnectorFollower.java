package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polywire.connect.Connector;
import org.polywire.connect.Connector.Matter;
import org.polywire.connect.Counterpart;
import org.polywire.connect.Delivery;
import org.polywire.connect.Delivery.Done;
import org.polywire.connect.Delivery.Ended;
import org.polywire.connect.Delivery.Kept;
import org.polywire.connect.Delivery.Later;
import org.polywire.connect.Delivery.Refused;
import org.polywire.connect.Obstacle;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.store.Following;
import org.polywire.store.Projections;
import org.polywire.store.Remote;
import org.polywire.store.SetAside;
import org.polywire.store.Store;
import org.polywire.store.Transaction;

/**
 * Tells a connector's other side entry after entry, none before the one ahead of it is done. What came of an entry and the step to the
 * next are one transaction; after a kill between the delivery and that, the entry is delivered once more, which connectors bear.
 */
final class ConnectorFollower implements Follower {
    private static final int BATCH = 50;

    /** How often an entry is tried that the other side says it does not want, before it is set aside. */
    private static final int TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Far enough; a replay makes an end of it. */
    private static final Duration FOR_GOOD = Duration.ofDays(36_500);

    private final Store store;
    private final Connector connector;
    private final boolean fromBeginning;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param fromBeginning whether a connector that was never heard of begins with the log's first entry, or with the next one */
    ConnectorFollower(
            Store store, Connector connector, boolean fromBeginning, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.connector = connector;
        this.fromBeginning = fromBeginning;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String name() {
        return connector.name();
    }

    @Override
    public Optional<Instant> advance() {
        while (!Thread.currentThread().isInterrupted()) {
            Following state = store.change(this::following);
            if (state.nextTry() != null && state.nextTry().isAfter(clock.instant())) {
                return Optional.of(state.nextTry());
            }
            List<Publication> entries =
                    store.read(transaction -> transaction.log().after(state.sequence(), BATCH));
            if (entries.isEmpty()) {
                return Optional.empty();
            }
            deliver(state, entries);
        }
        return Optional.empty();
    }

    private Following following(Transaction transaction) {
        return transaction.projections().find(name()).orElseGet(() -> {
            Following begun =
                    Following.from(name(), fromBeginning ? 0 : transaction.log().lastSequence());
            transaction.projections().save(begun);
            return begun;
        });
    }

    /** One after the other, until one is not done. */
    private void deliver(Following begun, List<Publication> entries) {
        Following state = begun;
        for (Publication publication : entries) {
            Entry entry = publication.entry();
            Following before = state;
            Delivery delivery = connector.carries(entry.edition()) ? deliver(publication) : new Done();
            Optional<Following> after = store.change(transaction -> settle(transaction, before, entry, delivery));
            if (after.isEmpty()
                    || after.get().sequence() < entry.sequence()
                    || Thread.currentThread().isInterrupted()) {
                return;
            }
            state = after.get();
        }
    }

    private Delivery deliver(Publication publication) {
        Entry entry = publication.entry();
        Publication matter = connector.matter() == Matter.ENTRIES
                ? publication
                : store.read(transaction -> transaction.log().find(entry.edition(), entry.article()))
                        .orElse(publication);
        return connector.deliver(matter, counterpart(entry));
    }

    private @Nullable Counterpart counterpart(Entry entry) {
        return store.read(transaction -> transaction.projections().remote(name(), entry.edition(), entry.article()))
                .map(remote -> new Counterpart(remote.id(), remote.mark()))
                .orElse(null);
    }

    /** Empty if somebody asked for a replay meanwhile: then nothing of this counts but what stands at the other side. */
    private Optional<Following> settle(Transaction transaction, Following before, Entry entry, Delivery delivery) {
        Projections projections = transaction.projections();
        if (delivery instanceof Kept(Counterpart kept)) {
            projections.save(new Remote(name(), entry.edition(), entry.article(), kept.id(), kept.mark()));
        }
        if (!projections.find(name()).equals(Optional.of(before))) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Following after = switch (delivery) {
            case Done() -> before.done(entry.sequence(), now);
            case Kept kept -> before.done(entry.sequence(), now);
            case Later(Obstacle obstacle, String detail, Duration pause) ->
                before.failed(obstacle.name(), detail, now, now.plus(pause(before.failures(), pause)));
            case Ended(String detail) -> before.failed(Obstacle.ENDED.name(), detail, now, now.plus(FOR_GOOD));
            case Refused(Obstacle obstacle, String detail) ->
                refused(projections, before, entry, obstacle, detail, now);
        };
        projections.save(after);
        return Optional.of(after);
    }

    private Following refused(
            Projections projections, Following before, Entry entry, Obstacle obstacle, String detail, Instant now) {
        if (before.failures() + 1 < TRIES) {
            return before.failed(obstacle.name(), detail, now, now.plus(pause(before.failures(), Duration.ZERO)));
        }
        projections.setAside(new SetAside(name(), entry.sequence(), now, obstacle.name(), detail));
        return before.done(entry.sequence(), now);
    }

    /** Three times as long each time, with a fifth of chance in it, and never shorter than the other side asks for. */
    private Duration pause(int failures, Duration asked) {
        long millis = FIRST_PAUSE.toMillis();
        for (int i = 0; i < failures && millis < LONGEST_PAUSE.toMillis(); i++) {
            millis *= 3;
        }
        long bounded = Math.min(millis, LONGEST_PAUSE.toMillis());
        Duration own = Duration.ofMillis(bounded - bounded / 10 + random.nextLong(bounded / 5));
        return own.compareTo(asked) > 0 ? own : asked;
    }
}
