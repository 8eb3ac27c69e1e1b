package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.polywire.check.Checks;
import org.polywire.check.Opinion;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Finding;
import org.polywire.model.Publication;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.StoryId;
import org.polywire.model.Translation;
import org.polywire.model.Verdict.Held;
import org.polywire.model.Verdict.Passed;
import org.polywire.model.Verdict.Rejected;
import org.polywire.store.Event;
import org.polywire.store.KnownArticle;
import org.polywire.store.PublicationLog.Shown;
import org.polywire.store.Standing;
import org.polywire.store.Store;
import org.polywire.store.Transaction;
import org.polywire.story.Comparison;
import org.polywire.story.Sketch;
import org.polywire.story.Text;
import org.polywire.translate.Recollection;
import org.polywire.translate.TranslationOutcome.EngineFailed;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;

/**
 * One article for one edition: translated, reviewed, and published only if it passed.
 *
 * <p>The only call of {@code publish} on the log is behind {@link Passed}: there is no other way to a reader (law 1).
 */
final class Production {
    /** Texts that differ in nothing that was kept of the one before. */
    private static final Revision SILENT = new Revision(Revision.Kind.COSMETIC, List.of(), "");

    /** The edition's own words were wrong, not the source's. */
    private static final Revision EDITED = new Revision(Revision.Kind.RETRANSLATION, List.of(), "");

    private static final Pattern FIGURES = Pattern.compile("[0-9]+");

    private final Store store;
    private final Chronicle chronicle;
    private final Translator translator;
    private final Checks checks;
    private final Repair repair;
    private final StoryDesk stories;
    private final Cores cores;
    private final Rhythm rhythm;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Past past;
    private final Patience patience;
    private final Turns turns = new Turns();

    Production(
            Store store,
            Chronicle chronicle,
            Translator translator,
            Checks checks,
            StoryDesk stories,
            Cores cores,
            Rhythm rhythm,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.chronicle = chronicle;
        this.translator = translator;
        this.checks = checks;
        this.repair = new Repair(translator, checks);
        this.stories = stories;
        this.cores = cores;
        this.rhythm = rhythm;
        this.clock = clock;
        this.random = random;
        this.past = new Past(store);
        this.patience = new Patience(store, rhythm);
    }

    /** Articles of one story take turns in an edition, so that what they have in common is translated once. */
    void produce(KnownArticle known, Standing standing, Edition edition) {
        if (patience.isOver(known, standing, clock.instant())) {
            giveUp(known, standing);
            return;
        }
        StoryId story =
                store.read(transaction -> transaction.stories().of(known.id())).orElse(new StoryId(known.id()));
        turns.take(List.of(story, edition.language()), () -> translate(known, standing, edition));
    }

    private void translate(KnownArticle known, Standing standing, Edition edition) {
        Article article = store.read(transaction -> transaction.articles().document(known.id()))
                .orElseThrow();
        Recollection recollection = past.of(known, article, edition.language());
        switch (cores.work(() -> translator.translate(article, edition, recollection))) {
            case Translated(Translation translation) ->
                review(known, standing, article, edition, translation, recollection);
            case NoRoute(Reason reason, String detail) -> refuse(known, standing, reason, detail);
            case EngineFailed(Reason reason, String detail, Optional<Instant> again) ->
                fail(known, standing, reason, detail, again);
        }
    }

    private void review(
            KnownArticle known,
            Standing standing,
            Article article,
            Edition edition,
            Translation translation,
            Recollection recollection) {
        Opinion opinion = cores.work(() -> checks.judge(article, translation));
        if (opinion.verdict() instanceof Passed) {
            settle(known, standing, article, translation, opinion);
            return;
        }
        Repair.Outcome repaired = cores.work(() -> repair.of(article, edition, translation, opinion));
        if (repaired.passed().isPresent()) {
            Repair.Read read = repaired.passed().get();
            settle(known, standing, article, read.translation(), read.opinion());
        } else if (!repaired.inVain()
                && cores.work(() -> translator.escalate(article, edition, translation, recollection))
                        instanceof Translated(Translation second)) {
            review(known, standing, article, edition, second, recollection);
        } else if (repaired.quoted().isPresent()) {
            Repair.Read read = repaired.quoted().get();
            settle(known, standing, article, read.translation(), read.opinion());
        } else {
            settle(known, standing, article, translation, opinion);
        }
    }

    private void settle(
            KnownArticle known, Standing standing, Article article, Translation translation, Opinion opinion) {
        Translation read = translation.reviewed(opinion.review());
        switch (opinion.verdict()) {
            case Passed(List<Finding> notes) -> publish(known, standing.published(notes), article, read);
            case Held(List<Finding> findings) -> hold(known, standing.held(findings), read);
            case Rejected(List<Finding> findings) -> hold(known, standing.held(findings), read);
        }
    }

    private void publish(KnownArticle known, Standing published, Article article, Translation translation) {
        Instant now = clock.instant();
        Revision difference = difference(published, article, translation);
        Optional<Text> sketched = sketch(known, translation, now);
        chronicle.write((transaction, events) -> {
            if (isStale(published, transaction)) {
                return;
            }
            sketched.ifPresent(text -> stories.place(text, transaction, events));
            transaction.standings().save(published);
            Publication entry = transaction
                    .log()
                    .publish(published.edition(), known, published.version(), translation, difference, now);
            Event.Step step = entry instanceof Publication.Corrected ? Event.Step.CORRECTED : Event.Step.PUBLISHED;
            events.accept(new Event(
                    known.id(),
                    published.edition(),
                    now,
                    step,
                    "",
                    translation.article().headline()));
        });
    }

    /**
     * How the text differs from the one that the edition showed last: what kind of change it is says the source, what changed
     * the edition's own texts. If the source changed nothing, a person corrected the translation.
     */
    private Revision difference(Standing standing, Article article, Translation translation) {
        Optional<Shown> shown =
                store.read(transaction -> transaction.log().lastText(standing.edition(), standing.article()));
        Optional<Article> before = shown.flatMap(text ->
                store.read(transaction -> transaction.revisions().document(standing.article(), text.version())));
        Revision source = before.filter(old -> !old.equals(article))
                .map(old -> Comparison.of(old, article).orElse(SILENT))
                .orElse(EDITED);
        if (shown.isEmpty() || !source.visible()) {
            return new Revision(source.kind(), List.of(), "");
        }
        Revision seen =
                Comparison.translated(source, article, shown.get().translation().article(), translation.article());
        return source.equals(EDITED) && seen.changes().isEmpty() ? SILENT : seen;
    }

    /** The sketch of a translation, by which articles in two other languages may be found to tell one story. */
    private Optional<Text> sketch(KnownArticle known, Translation translation, Instant now) {
        Article article = translation.article();
        return translation.byMachine()
                ? Optional.of(cores.work(
                        () -> new Text(known.id(), known.source(), article.language(), false, now, Sketch.of(article))))
                : Optional.empty();
    }

    private void hold(KnownArticle known, Standing held, Translation candidate) {
        Instant now = clock.instant();
        Finding worst = held.findings().stream()
                .max(Comparator.comparing(Finding::severity))
                .orElseThrow();
        chronicle.write((transaction, events) -> {
            if (isStale(held, transaction)) {
                return;
            }
            transaction.standings().save(held, candidate);
            events.accept(new Event(
                    known.id(),
                    held.edition(),
                    now,
                    Event.Step.HELD,
                    worst.code().name(),
                    worst.place() + ": " + worst.evidence()));
            takeDown(known, held, now, transaction, events);
        });
    }

    /** The same but for figures, such as the time until which a service is left alone, is nothing new. */
    private static boolean isKnown(Standing standing, Reason reason, String detail) {
        return standing.reason() == reason
                && FIGURES.matcher(standing.detail())
                        .replaceAll("")
                        .equals(FIGURES.matcher(detail).replaceAll(""));
    }

    /** What is refused once more for the same reason, as after a start that changed nothing, is no news to anybody. */
    private void refuse(KnownArticle known, Standing standing, Reason reason, String detail) {
        Instant now = clock.instant();
        chronicle.write((transaction, events) -> {
            if (isStale(standing, transaction)) {
                return;
            }
            transaction.standings().save(standing.refused(reason, detail));
            if (!isKnown(standing, reason, detail)) {
                events.accept(
                        new Event(known.id(), standing.edition(), now, Event.Step.REFUSED, reason.name(), detail));
            }
            takeDown(known, standing, now, transaction, events);
        });
    }

    private void giveUp(KnownArticle known, Standing standing) {
        Reason last = standing.reason();
        if (last == null) {
            refuse(known, standing, Reason.TOO_LATE, "it was never tried");
        } else if (last == Reason.TOO_LATE) {
            refuse(known, standing, Reason.TOO_LATE, standing.detail());
        } else {
            giveUp(known, standing, last, standing.detail());
        }
    }

    private void giveUp(KnownArticle known, Standing standing, Reason last, String detail) {
        refuse(known, standing, Reason.TOO_LATE, "its last try: " + last + ", " + detail);
    }

    /** What an edition still shows of an earlier text must not stand once the new one is not published: it is known to be wrong. */
    private static void takeDown(
            KnownArticle known, Standing standing, Instant now, Transaction transaction, Consumer<Event> events) {
        transaction
                .log()
                .withdraw(standing.edition(), known, Reason.CORRECTION_HELD, now)
                .ifPresent(entry -> events.accept(new Event(
                        known.id(), standing.edition(), now, Event.Step.WITHDRAWN, Reason.CORRECTION_HELD.name(), "")));
    }

    /**
     * The article is tried again later, or given up at once if it would be too late then.
     *
     * @param again before when it would be in vain, if that is known
     */
    void fail(KnownArticle known, Standing standing, Reason reason, String detail, Optional<Instant> again) {
        Instant now = clock.instant();
        Instant pause = rhythm.retry(standing.attempts(), Duration.ZERO, random, now);
        Instant next = again.map(wish -> rhythm.spread(wish, random, now))
                .filter(pause::isBefore)
                .orElse(pause);
        if (patience.isOver(known, standing, next)) {
            giveUp(known, standing, reason, detail);
            return;
        }
        boolean waitsOn = reason == Reason.ENGINE_PAUSED && isKnown(standing, reason, detail);
        chronicle.write((transaction, events) -> {
            if (isStale(standing, transaction)) {
                return;
            }
            transaction.standings().save(standing.failed(reason, detail, next));
            if (!waitsOn) {
                events.accept(new Event(
                        standing.article(), standing.edition(), now, Event.Step.FAILED, reason.name(), detail));
            }
        });
    }

    /** Whether the article has moved on to another version or was withdrawn while this one was worked on. */
    private static boolean isStale(Standing standing, Transaction transaction) {
        return transaction
                .standings()
                .find(standing.article(), standing.edition())
                .filter(current -> current.version() == standing.version()
                        && (current.state() == Standing.State.PENDING || current.state() == Standing.State.FAILED))
                .isEmpty();
    }
}
