package org.polywire.store;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.model.SourceId;

/**
 * How a source's news are had from one of its hubs (WebSub).
 *
 * @param hubs that the feed names, in its order; never empty
 * @param hub of these the one that is asked
 * @param topic by which the hub knows the source's feed
 * @param path the last part of the address at which the hub finds us; whoever knows it may speak for the hub
 * @param secret for the signatures of what the hub brings
 * @param askedAt when the hub was asked for what it has not confirmed yet; null if nothing is open
 * @param leaseEnd when the subscription ends unless it is renewed; null if none was ever confirmed
 * @param nextTry when the hub is asked next
 * @param failures in a row to get the hub's confirmation
 * @param detail why there is no subscription, in words; empty if nothing is wrong
 * @param broughtAt when the hub last brought something; null if it never did
 */
public record PushSubscription(
        SourceId source,
        List<URI> hubs,
        URI hub,
        URI topic,
        String path,
        String secret,
        State state,
        @Nullable Instant askedAt,
        @Nullable Instant leaseEnd,
        Instant nextTry,
        int failures,
        String detail,
        @Nullable Instant broughtAt) {

    /** Times are as precise as the store keeps them, so that what is read equals what was saved. */
    public PushSubscription {
        hubs = List.copyOf(hubs);
        if (!hubs.contains(hub)) {
            throw new IllegalArgumentException(hub + " is none of " + hubs);
        }
        askedAt = askedAt == null ? null : askedAt.truncatedTo(ChronoUnit.MILLIS);
        leaseEnd = leaseEnd == null ? null : leaseEnd.truncatedTo(ChronoUnit.MILLIS);
        nextTry = nextTry.truncatedTo(ChronoUnit.MILLIS);
        broughtAt = broughtAt == null ? null : broughtAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far it has come. */
    public enum State {
        /** The feed offers a hub; no subscription stands. */
        OFFERED,
        /** The hub has confirmed it; it stands until its lease ends. */
        CONFIRMED,
        /** The hub will not have it. */
        DENIED
    }

    /** One that the first of the hubs is to be asked for at once. */
    public static PushSubscription offered(
            SourceId source, List<URI> hubs, URI topic, String path, String secret, Instant now) {
        return new PushSubscription(
                source, hubs, hubs.getFirst(), topic, path, secret, State.OFFERED, null, null, now, 0, "", null);
    }

    /** The feed names other hubs beside the one that is asked. */
    public PushSubscription among(List<URI> others) {
        return new PushSubscription(
                source, others, hub, topic, path, secret, state, askedAt, leaseEnd, nextTry, failures, detail,
                broughtAt);
    }

    /** The hub that the feed names next; empty after the last. */
    public Optional<URI> nextHub() {
        int next = hubs.indexOf(hub) + 1;
        return next < hubs.size() ? Optional.of(hubs.get(next)) : Optional.empty();
    }

    /** Another hub is asked instead, which gets a path and a secret of its own; the old ones are void. */
    public PushSubscription turnedTo(URI other, String newPath, String newSecret, String why, Instant when) {
        return new PushSubscription(
                source,
                hubs,
                other,
                topic,
                newPath,
                newSecret,
                State.OFFERED,
                null,
                null,
                when,
                failures + 1,
                why,
                broughtAt);
    }

    /** Whether the hub brings the news at a moment. */
    public boolean standsAt(Instant now) {
        return state == State.CONFIRMED && leaseEnd != null && now.isBefore(leaseEnd);
    }

    /** The hub is about to be asked; an earlier request that it never confirmed has failed. */
    public PushSubscription asked(Instant now, Instant again) {
        int failed = askedAt == null ? failures : failures + 1;
        return new PushSubscription(
                source, hubs, hub, topic, path, secret, state, now, leaseEnd, again, failed, detail, broughtAt);
    }

    /** The hub asked back. */
    public PushSubscription confirmed(Instant end, Instant renewal) {
        return new PushSubscription(
                source, hubs, hub, topic, path, secret, State.CONFIRMED, null, end, renewal, 0, "", broughtAt);
    }

    /** The hub said no; what stood stands no more. */
    public PushSubscription denied(String why, Instant again) {
        return new PushSubscription(
                source, hubs, hub, topic, path, secret, State.DENIED, null, null, again, failures + 1, why, broughtAt);
    }

    /** The hub could not be asked; what stands stands until its lease ends. */
    public PushSubscription failed(String why, Instant again) {
        return new PushSubscription(
                source, hubs, hub, topic, path, secret, state, null, leaseEnd, again, failures + 1, why, broughtAt);
    }

    /** It is to wait, and nothing happened. */
    public PushSubscription later(Instant again) {
        return new PushSubscription(
                source, hubs, hub, topic, path, secret, state, askedAt, leaseEnd, again, failures, detail, broughtAt);
    }

    /** The hub brought something. */
    public PushSubscription brought(Instant now) {
        return new PushSubscription(
                source, hubs, hub, topic, path, secret, state, askedAt, leaseEnd, nextTry, failures, detail, now);
    }

    /** Without what only the hub may know. */
    @Override
    public String toString() {
        return source + " by " + hub + ", " + state;
    }
}
