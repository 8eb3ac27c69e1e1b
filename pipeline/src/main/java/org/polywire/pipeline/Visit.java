package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.extract.Extraction;
import org.polywire.extract.Extraction.Elsewhere;
import org.polywire.extract.Extraction.Extracted;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.extract.Extraction.Withheld;
import org.polywire.extract.Extractor;
import org.polywire.extract.HostTemplates;
import org.polywire.extract.Learnt;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.NotModified;
import org.polywire.gather.Fetch.Refused;
import org.polywire.gather.Gatherer;
import org.polywire.gather.Purpose;
import org.polywire.gather.Request;
import org.polywire.gather.Validators;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Capture;
import org.polywire.model.Edition;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.RightsDecision;
import org.polywire.model.Source;
import org.polywire.store.Event;
import org.polywire.store.Fingerprint;
import org.polywire.store.KnownArticle;
import org.polywire.store.Revisions.TextVersion;
import org.polywire.store.Stage;
import org.polywire.store.Standing;
import org.polywire.store.Store;
import org.polywire.store.Transaction;
import org.polywire.story.Comparison;
import org.polywire.story.Sketch;
import org.polywire.story.Text;

/** The visit to an article's page: the first one takes the text, later ones notice corrections and withdrawals. */
final class Visit {
    /** What the source says about the use of its page; an article that readers can see is then taken down (law 7). */
    private static final Set<Reason> RIGHTS = EnumSet.of(
            Reason.ROBOTS_FORBIDDEN,
            Reason.RIGHTS_RESERVED,
            Reason.LICENCE_FORBIDS,
            Reason.TRANSLATION_REFUSED,
            Reason.NOINDEX,
            Reason.PAYWALLED,
            Reason.MACHINE_TRANSLATED,
            Reason.GONE);

    /** After how many visits in a row that found no page, or that of another article, one that was there counts as withdrawn. */
    private static final int MISSES = 3;
    /** When a page is looked at again that holds an article which is not finished. */
    private static final Duration LATER = Duration.ofHours(1);

    private final Store store;
    private final Chronicle chronicle;
    private final Gatherer gatherer;
    private final RightsDesk rights;
    private final Extractor extractor;
    private final StoredTemplates templates;
    private final StoryDesk stories;
    private final Cores cores;
    private final List<Edition> editions;
    private final Rhythm rhythm;
    private final InstantSource clock;
    private final RandomGenerator random;

    Visit(
            Store store,
            Chronicle chronicle,
            Gatherer gatherer,
            RightsDesk rights,
            Extractor extractor,
            StoryDesk stories,
            Cores cores,
            NewsroomConfig config,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.chronicle = chronicle;
        this.gatherer = gatherer;
        this.rights = rights;
        this.extractor = extractor;
        templates = new StoredTemplates(store);
        this.stories = stories;
        this.cores = cores;
        this.editions = config.editions();
        this.rhythm = config.rhythm();
        this.clock = clock;
        this.random = random;
    }

    void pay(KnownArticle article) {
        Source source = store.read(transaction -> transaction.sources().find(article.source()))
                .orElseThrow()
                .source();
        Validators validators = article.stage() == Stage.EXTRACTED
                ? new Validators(article.etag(), article.lastModified())
                : Validators.NONE;
        switch (gatherer.fetch(new Request(article.address(), validators, Purpose.PAGE))) {
            case Fetched page -> take(article, source, List.of(page));
            case NotModified(Validators now) -> unchanged(article, now);
            case Refused(Reason reason, String detail) -> {
                rights.refused(article.id(), source.grant(), reason, detail);
                refuse(article, reason, detail);
            }
            case Failed(Reason reason, String detail, Duration after) -> fail(article, reason, detail, after);
        }
    }

    /**
     * Takes an article from its pages.
     *
     * @param pages its own, whose validators are the article's, then those that it goes on at
     */
    private void take(KnownArticle article, Source source, List<Fetched> pages) {
        RightsDecision decision = rights.decide(article.id(), source.grant(), pages);
        decision.refusal()
                .ifPresentOrElse(
                        signal -> refuse(article, signal.kind().reason(), signal.place() + ": " + signal.evidence()),
                        () -> take(article, source, pages, decision));
    }

    private void take(KnownArticle article, Source source, List<Fetched> pages, RightsDecision decision) {
        switch (extract(article, source, pages.stream().map(Fetched::capture).toList())) {
            case Extracted extracted -> {
                Article text = rights.narrow(article.id(), extracted.article(), decision);
                compare(article, text, pages.getFirst().validators());
            }
            case Elsewhere further -> follow(article, source, pages, further);
            case NotAnArticle(Reason reason, String detail) -> {
                if (reason.passing()) {
                    fail(article, reason, detail, LATER);
                } else {
                    refuse(article, reason, detail);
                }
            }
            case Withheld(Reason reason, String detail) -> {
                rights.withheld(article.id(), decision, reason, detail);
                refuse(article, reason, detail);
            }
        }
    }

    /** Fetches what is missing of the article; the number of pages that are asked for is limited by the extractor. */
    private void follow(KnownArticle article, Source source, List<Fetched> pages, Elsewhere further) {
        NotAnArticle otherwise = further.otherwise();
        switch (gatherer.fetch(new Request(further.address(), Validators.NONE, Purpose.PAGE))) {
            case Fetched page ->
                take(
                        article,
                        source,
                        Stream.concat(pages.stream(), Stream.of(page)).toList());
            case Refused(Reason reason, String detail) ->
                refuse(article, otherwise.reason(), otherwise.detail() + "; there: " + reason.words() + " " + detail);
            case Failed(Reason reason, String detail, Duration after) ->
                fail(article, reason, further.address() + ": " + detail, after);
            case NotModified answer ->
                fail(article, Reason.PROTOCOL_ERROR, further.address() + ": 304 to a first request", Duration.ZERO);
        }
    }

    /** What the page's host taught before is used, and what this page teaches is kept; what readers were shown of it stays on it. */
    private Extraction extract(KnownArticle article, Source source, List<Capture> pages) {
        List<Block> shown = store.read(transaction -> transaction.articles().document(article.id()))
                .map(Article::body)
                .orElse(List.of());
        HostTemplates known = templates.of(pages.getFirst().address());
        Learnt<Extraction> learnt = cores.work(() -> extractor.extract(pages, source.outlet(), known.sparing(shown)));
        if (!learnt.templates().pages().equals(known.pages())) {
            templates.keep(pages.getFirst().address(), learnt.templates(), clock.instant());
        }
        return learnt.outcome();
    }

    /** What changed only as pages do with every look at them is the same text. */
    void compare(KnownArticle article, Article text, Validators validators) {
        Optional<Novelty.Objection> merged = store.read(transaction -> Novelty.merged(article, text, transaction));
        if (merged.isPresent()) {
            fail(article, merged.get().reason(), merged.get().detail(), Duration.ZERO);
            return;
        }
        if (Fingerprint.of(text).equals(article.fingerprint())) {
            unchanged(article, validators);
            return;
        }
        Optional<Article> before =
                store.read(transaction -> transaction.articles().document(article.id()));
        Optional<Revision> difference = before.flatMap(old -> Comparison.of(old, text));
        if (before.isPresent() && difference.isEmpty()) {
            unchanged(article, validators);
        } else {
            keep(article, text, difference.orElse(null), validators);
        }
    }

    private void keep(KnownArticle article, Article text, @Nullable Revision difference, Validators validators) {
        Instant now = clock.instant();
        Text sketched =
                cores.work(() -> new Text(article.id(), article.source(), text.language(), true, now, Sketch.of(text)));
        change(article, (transaction, events) -> {
            Optional<Novelty.Objection> objection = Novelty.objection(article, text, transaction);
            if (objection.isPresent()) {
                refuse(article, objection.get().reason(), objection.get().detail(), now, transaction, events);
            } else if (difference != null && difference.kind() == Revision.Kind.RETRACTION) {
                record(article, text, difference, now, transaction);
                Withdrawal.of(article, Reason.RETRACTED, difference.note(), now, transaction, events);
            } else {
                record(article, text, difference, now, transaction);
                keep(article, text, difference, validators, now, transaction, events);
                stories.place(sketched, transaction, events);
            }
        });
    }

    /** A change to what is known of an article, unless that is no longer what it was when the visit began. */
    private void change(KnownArticle article, BiConsumer<Transaction, Consumer<Event>> change) {
        chronicle.write((transaction, events) -> {
            if (!isOvertaken(article, transaction)) {
                change.accept(transaction, events);
            }
        });
    }

    /** Whether the operator took it down meanwhile, or another text of it was taken. */
    private static boolean isOvertaken(KnownArticle article, Transaction transaction) {
        return transaction
                .articles()
                .find(article.id())
                .filter(now -> now.version() == article.version() && now.stage() != Stage.WITHDRAWN)
                .isEmpty();
    }

    private static void record(
            KnownArticle article, Article text, @Nullable Revision difference, Instant now, Transaction transaction) {
        transaction.revisions().add(article.id(), new TextVersion(article.version() + 1, now, difference), text);
    }

    private void keep(
            KnownArticle article,
            Article text,
            @Nullable Revision difference,
            Validators validators,
            Instant now,
            Transaction transaction,
            Consumer<Event> events) {
        KnownArticle taken =
                article.extracted(text.headline(), Fingerprint.of(text), validators.etag(), validators.lastModified());
        transaction.articles().save(scheduled(taken, now));
        transaction.articles().saveDocument(article.id(), text);
        for (Edition edition : editions) {
            transaction.standings().save(Standing.pending(article.id(), edition.language(), taken.version()));
        }
        Event.Step step = article.version() == 0 ? Event.Step.EXTRACTED : Event.Step.CHANGED;
        String kind = difference == null ? "" : difference.kind().name();
        events.accept(new Event(article.id(), null, now, step, kind, text.language() + " · " + text.headline()));
    }

    private void unchanged(KnownArticle article, Validators validators) {
        change(
                article,
                (transaction, events) -> transaction
                        .articles()
                        .save(scheduled(
                                article.unchanged(validators.etag(), validators.lastModified()), clock.instant())));
    }

    private KnownArticle scheduled(KnownArticle article, Instant now) {
        return article.visitedNext(
                rhythm.revisit(article.sightedAt(), article.visits(), now).orElse(null));
    }

    private void refuse(KnownArticle article, Reason reason, String detail) {
        Instant now = clock.instant();
        change(article, (transaction, events) -> {
            if (article.stage() != Stage.EXTRACTED) {
                refuse(article, reason, detail, now, transaction, events);
            } else if (RIGHTS.contains(reason)) {
                Withdrawal.of(article, reason, detail, now, transaction, events);
            } else {
                transaction.articles().save(scheduled(article.unchanged(article.etag(), article.lastModified()), now));
            }
        });
    }

    private static void refuse(
            KnownArticle article,
            Reason reason,
            String detail,
            Instant now,
            Transaction transaction,
            Consumer<Event> events) {
        transaction
                .articles()
                .save(article.at(Stage.REFUSED, reason, detail, article.attempts())
                        .visitedNext(null));
        events.accept(new Event(article.id(), null, now, Event.Step.REFUSED, reason.name(), detail));
    }

    /**
     * The page could not be had, or we made an error on it: it is tried again later, and in the end given up.
     */
    void fail(KnownArticle article, Reason reason, String detail, Duration after) {
        Instant now = clock.instant();
        int attempts = article.attempts() + cost(reason);
        Instant next = rhythm.retry(article.attempts(), after, random, now);
        change(article, (transaction, events) -> {
            if (article.stage() == Stage.EXTRACTED) {
                miss(article, reason, detail, next, now, transaction, events);
            } else if (attempts >= rhythm.tries()) {
                String words = "given up after " + attempts + " tries: " + detail;
                refuse(article, reason, words, now, transaction, events);
            } else {
                transaction
                        .articles()
                        .save(article.at(Stage.FAILED, reason, detail, attempts).visitedNext(next));
                events.accept(new Event(article.id(), null, now, Event.Step.FAILED, reason.name(), detail));
            }
        });
    }

    /**
     * A page that readers of ours can see could not be had. Only one that is not there, or is another article's, counts towards taking
     * the article down; what else fails says nothing of the page, and neither counts nor lets be forgotten what was counted.
     */
    private void miss(
            KnownArticle article,
            Reason reason,
            String detail,
            Instant next,
            Instant now,
            Transaction transaction,
            Consumer<Event> events) {
        boolean wasAbsent = isAbsence(article.reason());
        if (isAbsence(reason)) {
            int misses = wasAbsent ? article.attempts() + 1 : 1;
            if (misses >= MISSES) {
                Withdrawal.of(article, reason, detail, now, transaction, events);
            } else {
                transaction
                        .articles()
                        .save(article.at(Stage.EXTRACTED, reason, detail, misses)
                                .visitedNext(next));
            }
        } else if (wasAbsent) {
            Instant patient = now.plus(rhythm.retryMax());
            transaction.articles().save(article.visitedNext(next.isAfter(patient) ? next : patient));
        } else {
            transaction
                    .articles()
                    .save(article.at(Stage.EXTRACTED, reason, detail, article.attempts() + cost(reason))
                            .visitedNext(next));
        }
    }

    private static boolean isAbsence(@Nullable Reason reason) {
        return reason == Reason.NOT_FOUND || reason == Reason.DUPLICATE;
    }

    /** Being told to come back later is no failure of the page, be it by its server or by our own queue before it. */
    private static int cost(Reason reason) {
        return reason == Reason.RATE_LIMITED ? 0 : 1;
    }
}
