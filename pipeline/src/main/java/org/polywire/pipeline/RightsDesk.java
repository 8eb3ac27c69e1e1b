package org.polywire.pipeline;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.polywire.gather.FeedNotes;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Item;
import org.polywire.gather.PageRights;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Grant;
import org.polywire.model.Reason;
import org.polywire.model.RightsDecision;
import org.polywire.model.Signal;
import org.polywire.model.Signal.Kind;
import org.polywire.model.Usage;
import org.polywire.store.Store;

/**
 * Decides how much of an article may be published and records why: what the operator declared, an open licence, and everything
 * that feed, site and page say, which can only narrow it (law 7).
 */
final class RightsDesk {
    private static final String FEED = "feed";

    private static final Set<Kind> LICENCES =
            Set.of(Kind.LICENCE_OPEN, Kind.LICENCE_NONCOMMERCIAL, Kind.LICENCE_NO_DERIVATIVES, Kind.LICENCE_OTHER);

    private final Store store;
    private final PageRights pages;
    private final InstantSource clock;

    RightsDesk(Store store, PageRights pages, InstantSource clock) {
        this.store = store;
        this.pages = pages;
        this.clock = clock;
    }

    /** What a feed says about the use of an item: the item's own licence, else that of the feed, and the feed's notice. */
    static List<Signal> said(FeedNotes feed, Item item) {
        String licence = item.licence().isEmpty() ? feed.licence() : item.licence();
        Stream<Signal> licences = licence.isEmpty() ? Stream.empty() : Stream.of(PageRights.licence(FEED, licence));
        Stream<Signal> notice =
                feed.rights().isEmpty() ? Stream.empty() : Stream.of(new Signal(Kind.NOTICE, FEED, feed.rights()));
        return Stream.concat(licences, notice).toList();
    }

    /**
     * Decides about the pages of an article: what their sites, the heads of the answers and the pages themselves say. An open licence
     * counts on the article's own page only; elsewhere it may be that of something else.
     */
    RightsDecision decide(ArticleId article, Grant grant, List<Fetched> fetched) {
        List<Signal> all = new ArrayList<>(ofFeed(article));
        for (Fetched page : fetched) {
            Stream.concat(page.signals().stream(), pages.signals(page.capture()).stream())
                    .filter(signal -> page == fetched.getFirst() || signal.kind() != Kind.LICENCE_OPEN)
                    .filter(signal -> !all.contains(signal))
                    .forEach(all::add);
        }
        return save(article, RightsDecision.of(grant, all));
    }

    private List<Signal> ofFeed(ArticleId article) {
        return store.read(transaction -> transaction.rights().find(article)).stream()
                .flatMap(decision -> decision.signals().stream())
                .filter(signal -> signal.place().equals(FEED))
                .toList();
    }

    /** Decides again with the licence that the article's structured data states, and takes away what may not be shown. */
    Article narrow(ArticleId id, Article article, RightsDecision decision) {
        boolean known = article.licence().isEmpty()
                || decision.signals().stream()
                        .anyMatch(signal -> LICENCES.contains(signal.kind())
                                && signal.evidence().equals(article.licence()));
        RightsDecision whole =
                known ? decision : and(id, decision, PageRights.licence("structured data", article.licence()));
        return Rights.narrow(article, whole.usage());
    }

    /** Records that the page withheld the article. */
    void withheld(ArticleId id, RightsDecision decision, Reason reason, String detail) {
        kind(reason).ifPresent(kind -> and(id, decision, new Signal(kind, "page", detail)));
    }

    /** Records that the article was refused before or instead of a look at its page. */
    void refused(ArticleId id, Grant grant, Reason reason, String detail) {
        kind(reason).ifPresent(kind -> {
            List<Signal> all = new ArrayList<>(ofFeed(id));
            all.add(new Signal(kind, "site", detail));
            save(id, RightsDecision.of(grant, all));
        });
    }

    private static Optional<Kind> kind(Reason reason) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.most() == Usage.NOTHING && kind.reason() == reason)
                .findFirst();
    }

    private RightsDecision and(ArticleId id, RightsDecision decision, Signal signal) {
        List<Signal> all = new ArrayList<>(decision.signals());
        all.add(signal);
        return save(id, RightsDecision.of(decision.grant(), all));
    }

    private RightsDecision save(ArticleId id, RightsDecision decision) {
        store.write(transaction -> transaction.rights().save(id, decision, clock.instant()));
        return decision;
    }
}
