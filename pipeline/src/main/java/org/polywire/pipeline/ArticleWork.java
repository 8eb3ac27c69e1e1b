package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.Reason;
import org.polywire.store.KnownArticle;
import org.polywire.store.Stage;
import org.polywire.store.Standing;
import org.polywire.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything there is to do on one article now: the visit to its page if due, then each edition that waits. */
final class ArticleWork {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleWork.class);

    private final Store store;
    private final Visit visit;
    private final Production production;
    private final List<Edition> editions;
    private final InstantSource clock;

    ArticleWork(Store store, Visit visit, Production production, List<Edition> editions, InstantSource clock) {
        this.store = store;
        this.visit = visit;
        this.production = production;
        this.editions = editions;
        this.clock = clock;
    }

    /** Does it; may be called again at any time and then does only what is left. */
    void advance(ArticleId id) {
        find(id).filter(this::isVisitDue).ifPresent(this::visit);
        find(id).filter(article -> article.stage() == Stage.EXTRACTED).ifPresent(this::produce);
    }

    private void visit(KnownArticle article) {
        try {
            visit.pay(article);
        } catch (RuntimeException e) {
            LOG.error("visit to article {} at {}", article.id(), article.address(), e);
            visit.fail(article, Reason.INTERNAL_ERROR, e.toString(), Duration.ZERO);
        }
    }

    /** When there is work on the article next, if ever. */
    Optional<Instant> next(ArticleId id) {
        Stream<Instant> visits = find(id).flatMap(article -> Optional.ofNullable(article.nextVisit())).stream();
        Stream<Instant> tries = standings(id).flatMap(standing -> nextTry(standing).stream());
        return Stream.concat(visits, tries).min(Instant::compareTo);
    }

    private Optional<Instant> nextTry(Standing standing) {
        return standing.state() == Standing.State.PENDING
                ? Optional.of(clock.instant())
                : Optional.ofNullable(standing.nextTry());
    }

    private Optional<KnownArticle> find(ArticleId id) {
        return store.read(transaction -> transaction.articles().find(id));
    }

    private Stream<Standing> standings(ArticleId id) {
        return store.read(transaction -> transaction.standings().of(id)).stream()
                .filter(standing -> edition(standing).isPresent());
    }

    private boolean isVisitDue(KnownArticle article) {
        Instant next = article.nextVisit();
        return next != null && !next.isAfter(clock.instant());
    }

    private void produce(KnownArticle article) {
        standings(article.id())
                .filter(this::isDue)
                .forEach(
                        standing -> produce(article, standing, edition(standing).orElseThrow()));
    }

    private boolean isDue(Standing standing) {
        Instant next = standing.nextTry();
        return standing.state() == Standing.State.PENDING
                || (standing.state() == Standing.State.FAILED && next != null && !next.isAfter(clock.instant()));
    }

    private Optional<Edition> edition(Standing standing) {
        return editions.stream()
                .filter(edition -> edition.language().equals(standing.edition()))
                .findFirst();
    }

    /** One edition's trouble is not another's: whatever goes wrong with one is recorded and tried again. */
    private void produce(KnownArticle article, Standing standing, Edition edition) {
        try {
            production.produce(article, standing, edition);
        } catch (RuntimeException e) {
            LOG.error("article {} in edition {}", article.id(), edition.path(), e);
            production.fail(article, standing, Reason.INTERNAL_ERROR, e.toString(), Optional.empty());
        }
    }
}
