package org.polywire.pipeline;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.polywire.gather.FeedPace;
import org.polywire.gather.FeedReader;
import org.polywire.gather.FeedReading;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.Index;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.NotModified;
import org.polywire.gather.Fetch.Refused;
import org.polywire.gather.Gatherer;
import org.polywire.gather.HubOffer;
import org.polywire.gather.Item;
import org.polywire.gather.Purpose;
import org.polywire.gather.Request;
import org.polywire.gather.SectionPage;
import org.polywire.gather.Validators;
import org.polywire.model.ArticleId;
import org.polywire.model.Capture;
import org.polywire.model.Reason;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.store.Event;
import org.polywire.store.FollowedSource;
import org.polywire.store.Sources.PartVersion;
import org.polywire.store.Store;
import org.polywire.store.Transaction;

/**
 * The poll of a source: its feed's new items become sightings, its changed items are visited again.
 *
 * <p>The feed's validators are saved in the same transaction as the sightings, so that a crash can neither lose an item nor
 * leave one unsighted behind a 304.
 */
final class Intake {
    /** How many of a feed's items are taken in one poll, the first of the feed; feeds are newest first. */
    static final int ITEMS = 100;

    /** How often in a row a feed must redirect permanently to one address before it is polled there. */
    private static final int MOVES = 3;

    private final Store store;
    private final Chronicle chronicle;
    private final Gatherer gatherer;
    private final Rhythm rhythm;
    private final InstantSource clock;
    private final RandomGenerator random;

    Intake(
            Store store,
            Chronicle chronicle,
            Gatherer gatherer,
            Rhythm rhythm,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.chronicle = chronicle;
        this.gatherer = gatherer;
        this.rhythm = rhythm;
        this.clock = clock;
        this.random = random;
    }

    /** Polls a source if it is time; the answer is the articles that there is work on now. */
    List<ArticleId> poll(SourceId id) {
        Instant now = clock.instant();
        return store.read(transaction -> transaction.sources().find(id))
                .filter(followed -> !followed.ended() && !followed.nextPoll().isAfter(now))
                .map(this::poll)
                .orElse(List.of());
    }

    private List<ArticleId> poll(FollowedSource followed) {
        Source source = followed.source();
        Validators known = new Validators(followed.etag(), followed.lastModified());
        return switch (gatherer.fetch(new Request(source.feed(), known, Purpose.FEED))) {
            case Fetched(Capture capture, Validators validators, var said, boolean moved) ->
                read(followed, capture, validators, moved ? Optional.of(capture.address()) : Optional.empty());
            case NotModified(Validators validators) -> silent(followed, validators);
            case Refused(Reason reason, String detail) when reason == Reason.GONE -> ended(followed, reason, detail);
            case Refused(Reason reason, String detail) -> failed(followed, reason, detail, rhythm.retryMax());
            case Failed(Reason reason, String detail, Duration after) -> failed(followed, reason, detail, after);
        };
    }

    private List<ArticleId> read(FollowedSource followed, Capture capture, Validators validators, Optional<URI> moved) {
        return switch (reading(followed.source(), capture)) {
            case Feed feed -> read(followed, feed, HubOffer.of(capture, feed.notes()), validators, moved);
            case Index(List<URI> parts) -> read(followed, parts);
            case NotAFeed(Reason reason, String detail) -> failed(followed, reason, detail, Duration.ZERO);
        };
    }

    private static FeedReading reading(Source source, Capture capture) {
        return switch (source.way()) {
            case FEED -> FeedReader.read(capture);
            case SECTION -> SectionPage.read(capture);
        };
    }

    private List<ArticleId> read(
            FollowedSource followed, Feed feed, Optional<HubOffer> offer, Validators validators, Optional<URI> moved) {
        Instant now = clock.instant();
        return change((transaction, events) -> {
            List<ArticleId> touched = sight(followed, feed, now, transaction, events);
            FollowedSource settled = followed.of(source(followed.source(), moved, transaction));
            Habit habit = learn(transaction, followed, feed.items(), touched.size(), now);
            save(transaction, settled, feed.notes().pace(), validators, !touched.isEmpty(), habit, now);
            Push.note(transaction, followed.source().id(), offer, now);
            return touched;
        });
    }

    /** What a hub brought of a source's list; empty if it is no list that can be read. */
    Optional<List<ArticleId>> bring(SourceId id, Capture capture) {
        return store.read(transaction -> transaction.sources().find(id))
                .map(followed -> reading(followed.source(), capture))
                .filter(Feed.class::isInstance)
                .map(reading -> take(id, (Feed) reading));
    }

    /** Has a source polled as soon after its last poll as the rhythm allows at all. */
    void hasten(SourceId id) {
        Instant now = clock.instant();
        store.write(transaction -> transaction.sources().find(id).ifPresent(followed -> {
            Instant last = followed.lastSuccess();
            Instant earliest = last == null ? now : last.plus(rhythm.pollMin());
            transaction.sources().save(followed.hastened(earliest.isAfter(now) ? earliest : now));
        }));
    }

    /** What came otherwise than by a poll: from a hub, from an archive. The rest of the feed may be missing. */
    List<ArticleId> take(SourceId id, Feed feed) {
        return store.read(transaction -> transaction.sources().find(id))
                .map(followed ->
                        change((transaction, events) -> sight(followed, feed, clock.instant(), transaction, events)))
                .orElse(List.of());
    }

    private static List<ArticleId> sight(
            FollowedSource followed, Feed feed, Instant now, Transaction transaction, Consumer<Event> events) {
        boolean first = followed.lastSuccess() == null;
        Sighter sighter = new Sighter(followed.source(), feed, first, now, transaction, events);
        return feed.items().stream()
                .limit(ITEMS)
                .flatMap(item -> sighter.sight(item).stream())
                .toList();
    }

    private List<ArticleId> change(BiFunction<Transaction, Consumer<Event>, List<ArticleId>> work) {
        List<ArticleId> touched = new ArrayList<>();
        chronicle.write((transaction, events) -> {
            touched.clear();
            touched.addAll(work.apply(transaction, events));
        });
        return touched;
    }

    /** The sitemaps of an index, each asked for with what it said of itself the last time; the index itself is short. */
    private List<ArticleId> read(FollowedSource followed, List<URI> parts) {
        List<Part> read = new ArrayList<>();
        for (URI address : parts) {
            PartVersion known = store.read(transaction ->
                            transaction.sources().part(followed.source().id(), address))
                    .orElse(new PartVersion("", ""));
            Validators validators = new Validators(known.etag(), known.lastModified());
            switch (gatherer.fetch(new Request(address, validators, Purpose.FEED))) {
                case Fetched(Capture capture, Validators now, var said, boolean moved) -> {
                    if (FeedReader.read(capture) instanceof Feed feed) {
                        read.add(new Part(address, feed, now));
                    }
                }
                case NotModified unchanged -> {}
                case Refused refused -> {}
                case Failed(Reason reason, String detail, Duration after) -> {
                    return failed(followed, reason, detail, after);
                }
            }
        }
        return read(followed, parts, read);
    }

    /** A sitemap of an index that was read. */
    private record Part(URI address, Feed feed, Validators validators) {}

    private List<ArticleId> read(FollowedSource followed, List<URI> parts, List<Part> read) {
        if (parts.isEmpty()) {
            return failed(followed, Reason.NOT_A_FEED, "a sitemap index without sitemaps", Duration.ZERO);
        }
        Instant now = clock.instant();
        SourceId id = followed.source().id();
        return change((transaction, events) -> {
            List<ArticleId> touched = new ArrayList<>();
            for (Part part : read) {
                touched.addAll(sight(followed, part.feed(), now, transaction, events));
                Validators validators = part.validators();
                transaction
                        .sources()
                        .savePart(id, part.address(), new PartVersion(validators.etag(), validators.lastModified()));
            }
            List<Item> items =
                    read.stream().flatMap(part -> part.feed().items().stream()).toList();
            Habit habit = learn(transaction, followed, items, touched.size(), now);
            save(transaction, followed, FeedPace.ANY, Validators.NONE, !touched.isEmpty(), habit, now);
            return touched;
        });
    }

    private List<ArticleId> silent(FollowedSource followed, Validators validators) {
        store.note(transaction -> save(
                transaction,
                followed,
                FeedPace.ANY,
                validators,
                false,
                habit(transaction, followed.source().id()),
                clock.instant()));
        return List.of();
    }

    /**
     * Learns when the source publishes from the dates of what appeared since the last poll; where items are not dated, from
     * when they were found.
     */
    private static Habit learn(
            Transaction transaction, FollowedSource followed, List<Item> items, int found, Instant now) {
        Instant last = followed.lastSuccess() == null ? Instant.MIN : followed.lastSuccess();
        List<Instant> dates = items.stream()
                .flatMap(item -> Stream.ofNullable(item.published()))
                .toList();
        boolean dated = dates.stream().distinct().count() > 1;
        List<Instant> moments = dated
                ? dates.stream().filter(last::isBefore).toList()
                : followed.lastSuccess() == null ? List.of() : Collections.nCopies(found, now);
        SourceId id = followed.source().id();
        Habit known = habit(transaction, id);
        Habit learnt = known.with(moments, now);
        if (learnt != known) {
            transaction.sources().saveHabit(id, learnt.toString());
        }
        return learnt;
    }

    private static Habit habit(Transaction transaction, SourceId id) {
        return Habit.parse(transaction.sources().habit(id));
    }

    private void save(
            Transaction transaction,
            FollowedSource followed,
            FeedPace pace,
            Validators validators,
            boolean news,
            Habit habit,
            Instant now) {
        Duration pause = rhythm.pauseAfter(news, followed.pause());
        Instant next = rhythm.nextPoll(now, pause, pace.notBefore(now, now.plus(validators.fresh())), habit);
        transaction.sources().save(followed.polled(validators.etag(), validators.lastModified(), pause, next, now));
    }

    /** The source under the address that its feed has moved to, once that was said often enough. */
    private static Source source(Source source, Optional<URI> moved, Transaction transaction) {
        if (moved.isEmpty() || !isSafeMove(source.feed(), moved.get())) {
            transaction.identities().stayed(source.id());
            return source;
        }
        return transaction.identities().moved(source.id(), moved.get()) < MOVES
                ? source
                : new Source(source.id(), source.name(), source.home(), moved.get(), source.grant(), source.way());
    }

    /** Another host may be a captive portal or a parked name; only the operator may follow there. */
    private static boolean isSafeMove(URI from, URI to) {
        boolean downgrade = from.getScheme().equals("https") && !to.getScheme().equals("https");
        return !downgrade && host(from).equals(host(to));
    }

    private static String host(URI address) {
        return address.getHost().replaceFirst("^www\\.", "");
    }

    private List<ArticleId> failed(FollowedSource followed, Reason reason, String detail, Duration after) {
        Instant next = rhythm.retry(followed.failures(), after, random, clock.instant());
        store.write(transaction -> transaction.sources().save(followed.failed(reason, detail, next)));
        return List.of();
    }

    private List<ArticleId> ended(FollowedSource followed, Reason reason, String detail) {
        store.write(transaction -> transaction.sources().save(followed.ended(reason, detail)));
        return List.of();
    }
}
