package org.polywire.pipeline;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.Item;
import org.polywire.model.ArticleId;
import org.polywire.model.Reason;
import org.polywire.model.RightsDecision;
import org.polywire.model.Sighting;
import org.polywire.model.Signal;
import org.polywire.model.Source;
import org.polywire.store.Event;
import org.polywire.store.KnownArticle;
import org.polywire.store.Stage;
import org.polywire.store.Transaction;

/** One reading of a source's list: each item is found to be a new article, a changed one, a known one or an old one. */
final class Sighter {
    /** From so many items on, dates that are all the same say when the feed was made, not when its items were. */
    private static final int STAMPED = 5;

    private final Source source;
    private final Feed feed;
    private final Instant now;
    private final Transaction transaction;
    private final Consumer<Event> events;
    private final Set<String> ambiguous;
    private final boolean stamped;
    private final Optional<Instant> past;

    /**
     * @param first whether the source is read for the first time; then everything it shows is news
     */
    Sighter(Source source, Feed feed, boolean first, Instant now, Transaction transaction, Consumer<Event> events) {
        this.source = source;
        this.feed = feed;
        this.now = now;
        this.transaction = transaction;
        this.events = events;
        ambiguous = ambiguous(feed.items());
        stamped = feed.items().size() >= STAMPED
                && feed.items().stream().map(Item::published).distinct().count() == 1;
        past = first ? Optional.empty() : Freshness.past(transaction, source.id());
    }

    /** Identities that several items share, which tell nothing. */
    private static Set<String> ambiguous(List<Item> items) {
        Set<String> seen = new HashSet<>();
        return items.stream()
                .map(Item::identity)
                .filter(identity -> !seen.add(identity))
                .collect(Collectors.toSet());
    }

    /** Remembers an item; the answer is its article if there is work on it now. */
    Optional<ArticleId> sight(Item item) {
        URI address = SightedAddress.clean(item.address());
        Optional<KnownArticle> known = transaction.articles().find(address).or(() -> named(item));
        known.map(KnownArticle::id).ifPresent(id -> name(item, id));
        return known.isPresent() ? remark(known.get(), mark(item)) : add(item, address);
    }

    private Optional<KnownArticle> named(Item item) {
        return isName(item)
                ? transaction
                        .identities()
                        .named(source.id(), item.identity())
                        .flatMap(id -> transaction.articles().find(id))
                : Optional.empty();
    }

    private void name(Item item, ArticleId id) {
        if (isName(item)) {
            transaction.identities().name(source.id(), item.identity(), id);
        }
    }

    /** Whether what the feed calls the item tells more than its address does. */
    private boolean isName(Item item) {
        return !item.identity().equals(item.address().toString()) && !ambiguous.contains(item.identity());
    }

    private Optional<ArticleId> add(Item item, URI address) {
        ArticleId id = ArticleId.of(address);
        Sighting sighting = new Sighting(source.id(), address, item.identity(), item.title(), item.published(), now);
        KnownArticle article = KnownArticle.sighted(id, sighting, address, mark(item));
        boolean old = past.filter(date -> Freshness.isOld(address, stamped ? null : item.published(), date))
                .isPresent();
        transaction.articles().add(article);
        name(item, id);
        List<Signal> said = RightsDesk.said(feed.notes(), item);
        if (!said.isEmpty()) {
            transaction.rights().save(id, RightsDecision.of(source.grant(), said), now);
        }
        events.accept(new Event(id, null, now, Event.Step.SIGHTED, "", item.title()));
        return old ? refuse(article) : Optional.of(id);
    }

    private Optional<ArticleId> refuse(KnownArticle article) {
        String detail = "dated before " + past.orElse(now);
        transaction
                .articles()
                .save(article.at(Stage.REFUSED, Reason.OLD_NEWS, detail, 0).visitedNext(null));
        events.accept(new Event(article.id(), null, now, Event.Step.REFUSED, Reason.OLD_NEWS.name(), detail));
        return Optional.empty();
    }

    /** A feed that says something else of an item says that it changed. */
    private Optional<ArticleId> remark(KnownArticle known, String mark) {
        if (known.mark().equals(mark) || known.stage() == Stage.WITHDRAWN) {
            return Optional.empty();
        }
        KnownArticle marked = known.marked(mark);
        boolean visible = known.stage() == Stage.EXTRACTED;
        transaction.articles().save(visible ? marked.visitedNext(now) : marked);
        return visible ? Optional.of(known.id()) : Optional.empty();
    }

    private String mark(Item item) {
        Instant changed = item.updated() == null ? item.published() : item.updated();
        String summary = item.summary().isEmpty()
                ? ""
                : "\n" + Integer.toHexString(item.summary().hashCode());
        return item.title() + "\n" + (stamped ? "" : Objects.toString(changed)) + summary;
    }
}
