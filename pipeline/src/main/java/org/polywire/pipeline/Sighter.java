package org.polywire.pipeline;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** What is known of the items, asked for once and kept up to date. */
    private final Map<URI, KnownArticle> known;

    private final Map<String, ArticleId> named;

    /**
     * @param first whether the source is read for the first time; then everything it shows is news
     */
    Sighter(Source source, Feed feed, boolean first, Instant now, Transaction transaction, Consumer<Event> events) {
        List<Item> items = feed.items();
        this.source = source;
        this.feed = feed;
        this.now = now;
        this.transaction = transaction;
        this.events = events;
        ambiguous = ambiguous(items);
        stamped = items.size() >= STAMPED
                && items.stream().map(Item::published).distinct().count() == 1;
        past = first ? Optional.empty() : Freshness.past(transaction, source.id());
        known = new HashMap<>(
                transaction.articles().find(items.stream().map(Sighter::address).collect(Collectors.toSet())));
        named = new HashMap<>(transaction
                .identities()
                .named(
                        source.id(),
                        items.stream().filter(this::isName).map(Item::identity).toList()));
    }

    private static URI address(Item item) {
        return SightedAddress.clean(item.address());
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
        URI address = address(item);
        Optional<KnownArticle> article = Optional.ofNullable(known.get(address)).or(() -> named(item));
        article.map(KnownArticle::id).ifPresent(id -> name(item, id));
        return article.isPresent() ? remark(address, article.get(), mark(item)) : add(item, address);
    }

    private Optional<KnownArticle> named(Item item) {
        return Optional.ofNullable(named.get(item.identity()))
                .flatMap(id -> transaction.articles().find(id));
    }

    /** A name that is taken stays with the article that has it. */
    private void name(Item item, ArticleId id) {
        if (isName(item) && named.putIfAbsent(item.identity(), id) == null) {
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
        known.put(address, article);
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
        KnownArticle refused =
                article.at(Stage.REFUSED, Reason.OLD_NEWS, detail, 0).visitedNext(null);
        transaction.articles().save(refused);
        known.put(article.address(), refused);
        events.accept(new Event(article.id(), null, now, Event.Step.REFUSED, Reason.OLD_NEWS.name(), detail));
        return Optional.empty();
    }

    /** A feed that says something else of an item says that it changed. */
    private Optional<ArticleId> remark(URI address, KnownArticle article, String mark) {
        if (article.mark().equals(mark) || article.stage() == Stage.WITHDRAWN) {
            return Optional.empty();
        }
        boolean visible = article.stage() == Stage.EXTRACTED;
        KnownArticle marked = visible ? article.marked(mark).visitedNext(now) : article.marked(mark);
        transaction.articles().save(marked);
        known.put(address, marked);
        return visible ? Optional.of(article.id()) : Optional.empty();
    }

    private String mark(Item item) {
        Instant changed = item.updated() == null ? item.published() : item.updated();
        String summary = item.summary().isEmpty()
                ? ""
                : "\n" + Integer.toHexString(item.summary().hashCode());
        return item.title() + "\n" + (stamped ? "" : Objects.toString(changed)) + summary;
    }
}
