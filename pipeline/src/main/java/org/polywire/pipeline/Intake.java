package org.polywire.pipeline;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.polywire.gather.FeedReader;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.gather.Fetch;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.NotModified;
import org.polywire.gather.Fetch.Refused;
import org.polywire.gather.Gatherer;
import org.polywire.gather.Item;
import org.polywire.gather.Purpose;
import org.polywire.gather.Request;
import org.polywire.gather.Validators;
import org.polywire.model.ArticleId;
import org.polywire.model.Reason;
import org.polywire.model.Sighting;
import org.polywire.model.SourceId;
import org.polywire.store.Event;
import org.polywire.store.FollowedSource;
import org.polywire.store.KnownArticle;
import org.polywire.store.Stage;
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

    /** Polls a source; the answer is the articles that there is work on now. */
    List<ArticleId> poll(SourceId id) {
        return store.read(transaction -> transaction.sources().find(id))
                .filter(followed -> !followed.ended())
                .map(this::poll)
                .orElse(List.of());
    }

    private List<ArticleId> poll(FollowedSource followed) {
        Fetch fetch = gatherer.fetch(new Request(
                followed.source().feed(), new Validators(followed.etag(), followed.lastModified()), Purpose.FEED));
        return switch (fetch) {
            case Fetched(var capture, Validators validators) ->
                switch (FeedReader.read(capture)) {
                    case Feed feed -> read(followed, feed, validators);
                    case NotAFeed(Reason reason, String detail) -> failed(followed, reason, detail, Duration.ZERO);
                };
            case NotModified(Validators validators) -> silent(followed, validators);
            case Refused(Reason reason, String detail) when reason == Reason.GONE -> ended(followed, reason, detail);
            case Refused(Reason reason, String detail) -> failed(followed, reason, detail, rhythm.retryMax());
            case Failed(Reason reason, String detail, Duration after) -> failed(followed, reason, detail, after);
        };
    }

    private List<ArticleId> read(FollowedSource followed, Feed feed, Validators validators) {
        Instant now = clock.instant();
        List<ArticleId> touched = new ArrayList<>();
        chronicle.write((transaction, events) -> {
            touched.clear();
            feed.items().stream()
                    .limit(ITEMS)
                    .flatMap(item -> sight(followed, item, now, transaction, events).stream())
                    .forEach(touched::add);
            save(transaction, followed, validators, !touched.isEmpty(), now);
        });
        return touched;
    }

    private List<ArticleId> silent(FollowedSource followed, Validators validators) {
        store.write(transaction -> save(transaction, followed, validators, false, clock.instant()));
        return List.of();
    }

    private void save(
            Transaction transaction, FollowedSource followed, Validators validators, boolean news, Instant now) {
        Duration pause = rhythm.pauseAfter(news, followed.pause());
        transaction.sources().save(followed.polled(validators.etag(), validators.lastModified(), pause, now));
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

    /** Remembers an item; the answer is its article if there is work on it now. */
    private static Optional<ArticleId> sight(
            FollowedSource followed, Item item, Instant now, Transaction transaction, Consumer<Event> events) {
        URI address = SightedAddress.clean(item.address());
        String mark = mark(item);
        Optional<KnownArticle> known = transaction.articles().find(address);
        if (known.isPresent()) {
            return remark(known.get(), mark, now, transaction);
        }
        Sighting sighting =
                new Sighting(followed.source().id(), address, item.identity(), item.title(), item.published(), now);
        KnownArticle article = KnownArticle.sighted(ArticleId.of(address), sighting, address, mark);
        transaction.articles().add(article);
        events.accept(new Event(article.id(), null, now, Event.Step.SIGHTED, "", item.title()));
        return Optional.of(article.id());
    }

    /** A feed that says something else of an item says that it changed. */
    private static Optional<ArticleId> remark(KnownArticle known, String mark, Instant now, Transaction transaction) {
        if (known.mark().equals(mark) || known.stage() == Stage.WITHDRAWN) {
            return Optional.empty();
        }
        KnownArticle marked = known.marked(mark);
        boolean visible = known.stage() == Stage.EXTRACTED;
        transaction.articles().save(visible ? marked.visitedNext(now) : marked);
        return visible ? Optional.of(known.id()) : Optional.empty();
    }

    private static String mark(Item item) {
        return item.title() + "\n" + item.published();
    }
}
