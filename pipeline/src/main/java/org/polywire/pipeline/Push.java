package org.polywire.pipeline;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.polywire.gather.Courier;
import org.polywire.gather.HubOffer;
import org.polywire.gather.HubRequest;
import org.polywire.gather.HubRequest.Reply;
import org.polywire.gather.HubSignature;
import org.polywire.model.ArticleId;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.SourceId;
import org.polywire.store.PushSubscription;
import org.polywire.store.PushSubscription.State;
import org.polywire.store.Store;
import org.polywire.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscriber of WebSub (W3C Recommendation of 23 January 2018): it asks the hubs that feeds offer, confirms what it asked for,
 * renews it in time, and takes what they bring. Polling goes on beside it, the slower the less it finds.
 *
 * <p>All it knows is in the store. What it says to strangers is the same whether it knows a path or not, but for a confirmation that
 * it asked for. Safe to share between threads.
 */
public final class Push {
    private static final Logger LOG = LoggerFactory.getLogger(Push.class);

    /** What we ask for; hubs give what they like. */
    private static final Duration LEASE = Duration.ofDays(10);

    private static final Duration LONGEST_LEASE = Duration.ofDays(30);

    /** Shorter leases lapse between two requests; polling bridges the gap. */
    private static final Duration SHORTEST_ROUND = Duration.ofMinutes(5);

    /** How long a hub may take to ask back. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How long a hub that said no is left alone. */
    private static final Duration AFTER_NO = Duration.ofDays(1);

    private static final int LONGEST_CHALLENGE = 1_000;
    private static final int LONGEST_WORDS = 200;
    private static final int BYTES_OF_CHANCE = 24;

    private final Store store;
    private final Intake intake;
    private final Courier courier;
    private final URI callbacks;
    private final Rhythm rhythm;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Wake wake;
    private final Allowance<String> requests = new Allowance<>(Duration.ofSeconds(1), 5);
    private final Allowance<SourceId> deliveries = new Allowance<>(Duration.ofSeconds(2), 30);

    /** Who is told that there is work on articles, and that a source is to be polled. */
    record Wake(Consumer<List<ArticleId>> articles, Consumer<SourceId> source) {}

    /** What a hub is answered: 2xx with a text, or a status alone. */
    public record Answer(int status, String text) {
        private static final Answer UNKNOWN = new Answer(404, "");
        private static final Answer ENDED = new Answer(410, "");
        private static final Answer TOO_OFTEN = new Answer(429, "");
        private static final Answer TAKEN = new Answer(202, "");
    }

    /**
     * Something that a hub brought, as it came.
     *
     * @param contentType empty if it did not say
     * @param signature empty if there is none
     */
    public record Delivery(String contentType, String signature, Bytes content) {}

    /** @param callbacks the address under which the paths of subscriptions lie, with a final slash */
    Push(
            Store store,
            Intake intake,
            Courier courier,
            URI callbacks,
            Rhythm rhythm,
            InstantSource clock,
            RandomGenerator random,
            Wake wake) {
        this.store = store;
        this.intake = intake;
        this.courier = courier;
        this.callbacks = callbacks;
        this.rhythm = rhythm;
        this.clock = clock;
        this.random = random;
        this.wake = wake;
    }

    /**
     * Notes what a feed offers now. A hub that it still names stays the one that is asked; another hub or topic gets a path and a
     * secret of its own, and the old ones are void.
     */
    static void note(Transaction transaction, SourceId source, Optional<HubOffer> offer, Instant now) {
        Optional<PushSubscription> known = transaction.push().find(source);
        if (offer.isEmpty()) {
            known.ifPresent(one -> transaction.push().remove(source));
            return;
        }
        List<URI> hubs = offer.get().hubs();
        URI topic = offer.get().topic();
        PushSubscription noted = known.filter(one -> one.topic().equals(topic) && hubs.contains(one.hub()))
                .map(one -> one.among(hubs))
                .orElseGet(() -> PushSubscription.offered(source, hubs, topic, chance(), chance(), now));
        if (!known.equals(Optional.of(noted))) {
            transaction.push().save(noted);
        }
    }

    private static String chance() {
        byte[] bytes = new byte[BYTES_OF_CHANCE];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Asks a source's hub for a subscription, or for a renewal, if it is time. */
    void advance(SourceId source) {
        Instant now = clock.instant();
        Optional<PushSubscription> due = store.read(
                        transaction -> transaction.push().find(source))
                .filter(one -> !one.nextTry().isAfter(now));
        due.ifPresent(one -> {
            if (isEnded(source)) {
                store.write(transaction -> transaction.push().remove(source));
            } else if (!isInReach(one.hub())) {
                String why = "the site's address cannot be reached from the hub";
                save(one, turnedAway(one, why, now.plus(AFTER_NO), now));
            } else {
                ask(one, now);
            }
        });
    }

    private boolean isEnded(SourceId source) {
        return store.read(transaction -> transaction.sources().find(source))
                .filter(followed -> !followed.ended())
                .isEmpty();
    }

    /** A site on this machine or in its network is found only by a hub that the operator says is there, too. */
    private boolean isInReach(URI hub) {
        return courier.allows(hub) || !Courier.isInternal(callbacks);
    }

    private void ask(PushSubscription one, Instant now) {
        Duration wait = requests.take(one.hub().getRawAuthority(), now);
        if (wait.isPositive()) {
            save(one, one.later(now.plus(wait)));
            return;
        }
        Instant again = rhythm.retry(one.failures(), PATIENCE, random, now);
        if (one.askedAt() != null && one.hubs().size() > 1 && !one.standsAt(now)) {
            save(one, turnedAway(one, "the hub never asked back", again, now));
            return;
        }
        // Before the request, as some hubs ask back before they answer it.
        PushSubscription asked = one.asked(now, again);
        if (!save(one, asked)) {
            return;
        }
        switch (request(one).send(courier, now)) {
            case Reply.Accepted() -> LOG.debug("{} was asked for {}", one.hub(), one.topic());
            case Reply.Rejected(String why) -> save(asked, turnedAway(asked, why, now.plus(AFTER_NO), now));
            case Reply.Unanswered(String why, Duration after) -> {
                Instant next = rhythm.retry(asked.failures(), after, random, now);
                save(asked, turnedAway(asked, why, next, now));
            }
        }
    }

    private HubRequest request(PushSubscription one) {
        String secret = isTrusted(one.hub()) ? one.secret() : "";
        return new HubRequest(one.hub(), one.topic(), callbacks.resolve(one.path()), secret, LEASE);
    }

    /**
     * The hub would not or could not: the one that the feed names next is asked at once, and after the last the first one, when it is
     * time. While a subscription stands, its hub is asked again.
     */
    private static PushSubscription turnedAway(PushSubscription one, String why, Instant again, Instant now) {
        if (one.hubs().size() < 2 || one.standsAt(now)) {
            return one.failed(why, again);
        }
        Optional<URI> next = one.nextHub();
        Instant when = next.isPresent() ? now : again;
        return one.turnedTo(next.orElse(one.hubs().getFirst()), chance(), chance(), why, when);
    }

    /** Whether nobody on the way reads what is said to a hub, so that a secret stays one. */
    private boolean isTrusted(URI hub) {
        return hub.getScheme().equals("https") || courier.allows(hub);
    }

    /** Saves what became of a subscription unless it changed meanwhile, as by the hub's asking back. */
    private boolean save(PushSubscription before, PushSubscription after) {
        return store.change(transaction -> {
            boolean same = transaction
                    .push()
                    .find(before.source())
                    .filter(before::equals)
                    .isPresent();
            if (same) {
                transaction.push().save(after);
            }
            return same;
        });
    }

    /** When a source's hub is asked next; empty if there is none. */
    Optional<Instant> next(SourceId source) {
        return store.read(transaction -> transaction.push().find(source)).map(PushSubscription::nextTry);
    }

    /** Answers a hub that asks back, or that says no (section 5.3 and 5.2). */
    public Answer verify(String path, Map<String, String> query) {
        return store.change(transaction -> transaction
                .push()
                .at(path)
                .filter(one -> one.topic().toString().equals(query.getOrDefault("hub.topic", "")))
                .map(one -> verify(one, query, transaction))
                .orElse(Answer.UNKNOWN));
    }

    private Answer verify(PushSubscription one, Map<String, String> query, Transaction transaction) {
        Instant now = clock.instant();
        String challenge = query.getOrDefault("hub.challenge", "");
        switch (query.getOrDefault("hub.mode", "")) {
            case "subscribe" -> {
                if (one.askedAt() == null || challenge.isEmpty() || challenge.length() > LONGEST_CHALLENGE) {
                    return Answer.UNKNOWN;
                }
                Duration lease = lease(query.getOrDefault("hub.lease_seconds", ""));
                transaction.push().save(one.confirmed(now.plus(lease), now.plus(renewal(lease))));
                return new Answer(200, challenge);
            }
            case "denied" -> {
                String reason = query.getOrDefault("hub.reason", "");
                String words = "the hub denies it: " + reason.replaceAll("\\p{C}", " ");
                String cut = words.substring(0, Math.min(LONGEST_WORDS, words.length()));
                PushSubscription denied = one.denied(cut, now.plus(AFTER_NO));
                transaction
                        .push()
                        .save(one.hubs().size() < 2 ? denied : turnedAway(denied, cut, denied.nextTry(), now));
                return new Answer(200, "");
            }
            default -> {
                return Answer.UNKNOWN;
            }
        }
    }

    private static Duration lease(String seconds) {
        if (!seconds.matches("\\d{1,9}")) {
            return LEASE;
        }
        Duration given = Duration.ofSeconds(Long.parseLong(seconds));
        return given.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : given;
    }

    /** When a lease is renewed: well before its end, but no hub is asked all the time. */
    private static Duration renewal(Duration lease) {
        Duration early = lease.multipliedBy(4).dividedBy(5);
        return early.compareTo(SHORTEST_ROUND) < 0 ? SHORTEST_ROUND : early;
    }

    /** Why nothing can be brought at a path; asked before anything is read. Empty if it can. */
    public Optional<Answer> objection(String path) {
        Optional<PushSubscription> one =
                store.read(transaction -> transaction.push().at(path));
        if (one.filter(known -> !isEnded(known.source())).isEmpty()) {
            return Optional.of(Answer.ENDED);
        }
        return deliveries.take(one.get().source(), clock.instant()).isPositive()
                ? Optional.of(Answer.TOO_OFTEN)
                : Optional.empty();
    }

    /**
     * Takes what a hub brings (section 7). What is not signed as agreed is answered like everything else and changes nothing, so that
     * who tries learns nothing; what an untrusted hub brings is only a reason to look.
     */
    public Answer deliver(String path, Delivery delivery) {
        Optional<PushSubscription> known =
                store.read(transaction -> transaction.push().at(path));
        if (known.isEmpty()) {
            return Answer.ENDED;
        }
        PushSubscription one = known.get();
        if (!isTrusted(one.hub())) {
            look(one.source());
        } else if (HubSignature.isOf(delivery.signature(), delivery.content(), one.secret())) {
            take(one, delivery);
        } else {
            LOG.warn("source {}: something without a right signature was brought, and left aside", one.source());
        }
        return Answer.TAKEN;
    }

    private void take(PushSubscription one, Delivery delivery) {
        Instant now = clock.instant();
        Headers headers = delivery.contentType().isEmpty()
                ? Headers.NONE
                : new Headers(Map.of("content-type", List.of(delivery.contentType())));
        Capture capture = new Capture(one.topic(), one.topic(), headers, delivery.content(), now);
        intake.bring(one.source(), capture).ifPresentOrElse(wake.articles(), () -> look(one.source()));
        store.write(transaction -> transaction
                .push()
                .find(one.source())
                .ifPresent(still -> transaction.push().save(still.brought(now))));
    }

    /** Has the source polled as soon as its rhythm allows. */
    private void look(SourceId source) {
        intake.hasten(source);
        wake.source().accept(source);
    }

    /** How the news of a source come from its hub. */
    static String state(PushSubscription one, Instant now) {
        if (one.standsAt(now)) {
            return "brought by " + one.hub();
        }
        String why = one.detail().isEmpty() ? "" : " (" + one.detail() + ")";
        return (one.state() == State.DENIED ? "denied by " : "offered by ") + one.hub() + why;
    }
}
