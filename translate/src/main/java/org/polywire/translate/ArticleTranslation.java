package org.polywire.translate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.Place;
import org.polywire.model.Reason;
import org.polywire.model.SentencePair;

/**
 * The translation of one article along one way: its units are cut into passages, the passages go to the engine in batches, side by
 * side, and come back into their units. Units with the same content are translated once.
 */
final class ArticleTranslation {
    /** A paragraph with fewer letters is too short to tell that it is in the edition's language already. */
    private static final int LEAST_LETTERS = 100;

    private static final double CERTAIN = 0.95;

    private static final int CHARACTERS_IN_TIME = 100_000;

    sealed interface Outcome {
        record Done(Map<Place, UnitLines.Translated> units) implements Outcome {}

        record Broken(Reason reason, String detail) implements Outcome {}
    }

    private record Batch(List<MarkedPassage> passages, Future<List<PassageOutcome>> work) {}

    /** What becomes of a piece of a unit. */
    private sealed interface Piece {
        /** It was translated before. */
        record Known(UnitLines.Translated translated) implements Piece {}

        record New(UnitLines lines) implements Piece {}
    }

    /**
     * A unit in pieces.
     *
     * @param pieces as many as parts
     */
    private record Taken(SourceUnit unit, List<Precedents.Part> parts, List<Piece> pieces) {
        boolean holds(MarkedPassage passage) {
            return pieces.stream()
                    .anyMatch(piece -> piece instanceof Piece.New(UnitLines lines)
                            && lines.passages().contains(passage));
        }
    }

    /**
     * What of an article is to be translated.
     *
     * @param all of the article's units
     * @param units some or all of them, which are to be translated
     * @param precedents what is known of them already
     */
    record Task(
            Article article,
            List<SourceUnit> all,
            List<SourceUnit> units,
            Segmentation segmentation,
            Precedents precedents) {
        static Task whole(Article article, Precedents precedents) {
            List<SourceUnit> all = SourceUnit.of(article);
            return new Task(article, all, all, Segmentation.SENTENCES, precedents);
        }
    }

    private final Article article;
    private final Task task;
    private final Way way;
    private final LanguageIdentifier languages;
    private final TranslatorConfig config;
    private final Precedents precedents;
    private final Terms terms;
    private final ForeignQuotations quotations;
    private final Map<List<Inline>, UnitLines> texts = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();

    ArticleTranslation(Task task, Way way, LanguageIdentifier languages, TranslatorConfig config) {
        this.task = task;
        this.article = task.article();
        this.way = way;
        this.languages = languages;
        this.config = config;
        this.precedents = task.precedents();
        this.terms = config.glossary().of(article, way.to());
        this.quotations = ForeignQuotations.of(task.all(), languages, article.language(), way.to());
    }

    Outcome run(ExecutorService threads) {
        int characters =
                task.units().stream().mapToInt(unit -> unit.text().length()).sum();
        if (characters > config.maxCharacters()) {
            return new Outcome.Broken(
                    Reason.ARTICLE_TOO_LONG,
                    "it has " + characters + " characters, and the most is " + config.maxCharacters());
        }
        Optional<Outcome> unaffordable = unaffordable();
        if (unaffordable.isPresent()) {
            return unaffordable.get();
        }
        try {
            return run(threads, characters);
        } catch (RejectedExecutionException e) {
            return closed();
        }
    }

    /** An article that the budget does not hold is not begun: what its first part costs would be lost. */
    private Optional<Outcome> unaffordable() {
        return way.steps().stream()
                .map(Way.Step::engine)
                .distinct()
                .flatMap(engine -> engine.allowance().flatMap(allowance -> unaffordable(engine, allowance)).stream())
                .findFirst();
    }

    /** What a month's budget does not hold no month's will; what only its rest does not hold waits for the next. */
    private Optional<Outcome> unaffordable(Engine engine, Engine.Allowance allowance) {
        long needed = needed(engine);
        if (needed <= allowance.left()) {
            return Optional.empty();
        }
        boolean never = needed > allowance.month();
        String detail = engine.name() + ": its budget has "
                + (never ? allowance.month() + " characters a month" : allowance.left() + " characters left")
                + ", and the article needs about " + needed;
        return Optional.of(new Outcome.Broken(never ? Reason.ARTICLE_TOO_LONG : Reason.ENGINE_PAUSED, detail));
    }

    /** When every engine of the way may be sent what the article needs, if that is known and not now. */
    Optional<Instant> resumes() {
        return way.steps().stream()
                .map(Way.Step::engine)
                .distinct()
                .flatMap(engine -> engine.resumes(needed(engine)).stream())
                .max(Comparator.naturalOrder());
    }

    /** What a way asks twice of one engine costs twice. */
    private long needed(Engine engine) {
        return unknown()
                * way.steps().stream()
                        .filter(step -> step.engine().equals(engine))
                        .count();
    }

    /** How many characters are to be translated; each text once. */
    private long unknown() {
        return task.units().stream()
                .flatMap(unit -> precedents.parts(unit.unit()).stream())
                .filter(part -> known(part).isEmpty())
                .map(part -> part.unit().content())
                .distinct()
                .mapToLong(content -> Inlines.text(content).length())
                .sum();
    }

    private Outcome run(ExecutorService threads, int characters) {
        Way.Step first = way.steps().getFirst();
        ProtectedNames search = ProtectedNames.search(article, task.all(), first.engine(), first.pair(), threads);
        WayTranslator translator = new WayTranslator(way, search::index, config.localNumbers());
        List<Batch> batches = new ArrayList<>();
        PassageBatches open = new PassageBatches(
                first.engine().abilities(),
                characters,
                batch -> batches.add(new Batch(batch, threads.submit(() -> translator.translate(batch)))));
        task.units().forEach(unit -> taken.add(take(unit, search, open)));
        open.end();
        return collect(batches, config.timeLimit().multipliedBy(1 + characters / CHARACTERS_IN_TIME));
    }

    /** Sends what of a unit is to be translated, each text once. */
    private Taken take(SourceUnit unit, ProtectedNames search, PassageBatches open) {
        List<Precedents.Part> parts = precedents.parts(unit.unit());
        List<Piece> pieces = parts.stream()
                .map(part -> known(part)
                        .<Piece>map(Piece.Known::new)
                        .orElseGet(() -> new Piece.New(texts.computeIfAbsent(
                                part.unit().content(), text -> cut(unit.lines(part), search, open)))))
                .toList();
        return new Taken(unit, parts, pieces);
    }

    private UnitLines cut(List<MarkedLine> text, ProtectedNames search, PassageBatches open) {
        UnitCut cut = UnitCut.of(text, precedents.sentences(), task.segmentation(), terms, quotations);
        UnitLines lines = UnitLines.of(cut, search::index, article.language(), way.to());
        lines.passages().forEach(open::add);
        return lines;
    }

    private Outcome collect(List<Batch> batches, Duration limit) {
        try {
            return units(new Answers(batches, System.nanoTime() + limit.toNanos()));
        } catch (TimeoutException e) {
            return new Outcome.Broken(Reason.ENGINE_TIMEOUT, "not done after " + limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Broken(Reason.ENGINE_FAILED, "interrupted");
        } catch (CancellationException e) {
            return closed();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                return closed();
            }
            throw new IllegalStateException("translating " + article.address(), e.getCause());
        } finally {
            batches.forEach(batch -> batch.work().cancel(true));
        }
    }

    private static Outcome closed() {
        return new Outcome.Broken(Reason.ENGINE_FAILED, "the translator was closed");
    }

    /** Puts each unit together as soon as its passages are there, while the engine works on the next ones. */
    private Outcome units(Answers answers) throws InterruptedException, ExecutionException, TimeoutException {
        Map<Place, UnitLines.Translated> units = new HashMap<>();
        for (Taken each : taken) {
            List<UnitLines.Translated> pieces = new ArrayList<>();
            for (Piece piece : each.pieces()) {
                Optional<Outcome.Broken> broken = piece instanceof Piece.New(UnitLines lines)
                        ? answers.await(lines.passages())
                        : Optional.empty();
                if (broken.isPresent()) {
                    return broken.get();
                }
                pieces.add(translated(each.unit().place(), piece, answers.done));
            }
            UnitLines.Translated translated = Precedents.join(each.parts(), pieces);
            units.put(
                    each.unit().place(),
                    isInTargetLanguage(each.unit().text(), translated) ? unchanged(each.unit()) : translated);
        }
        return new Outcome.Done(units);
    }

    /** What the engine made of the passages, as it comes. */
    private final class Answers {
        private final Map<MarkedPassage, PassageOutcome.Done> done = new HashMap<>();
        private final Iterator<Batch> batches;
        private final long deadline;

        Answers(List<Batch> batches, long deadline) {
            this.batches = batches.iterator();
            this.deadline = deadline;
        }

        /** Waits until these are done, or one before them is broken. */
        Optional<Outcome.Broken> await(List<MarkedPassage> passages)
                throws InterruptedException, ExecutionException, TimeoutException {
            while (batches.hasNext() && !done.keySet().containsAll(passages)) {
                Batch batch = batches.next();
                Optional<Outcome.Broken> broken =
                        take(batch.passages(), batch.work().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
                if (broken.isPresent()) {
                    return broken;
                }
            }
            return Optional.empty();
        }

        private Optional<Outcome.Broken> take(List<MarkedPassage> passages, List<PassageOutcome> outcomes) {
            for (int i = 0; i < outcomes.size(); i++) {
                switch (outcomes.get(i)) {
                    case PassageOutcome.Broken(Reason reason, String detail) -> {
                        return Optional.of(new Outcome.Broken(reason, place(passages.get(i)) + ": " + detail));
                    }
                    case PassageOutcome.Done translated -> done.put(passages.get(i), translated);
                }
            }
            return Optional.empty();
        }
    }

    private Place place(MarkedPassage passage) {
        return taken.stream()
                .filter(each -> each.holds(passage))
                .map(each -> each.unit().place())
                .findFirst()
                .orElseThrow();
    }

    private UnitLines.Translated translated(
            Place place, Piece piece, Map<MarkedPassage, PassageOutcome.Done> translations) {
        return switch (piece) {
            case Piece.Known(UnitLines.Translated before) -> before;
            case Piece.New(UnitLines lines) -> judged(lines.with(place, translations));
        };
    }

    /** What was translated before, unless the glossary has been changed against it since; what a person wrote stands, and what is quoted. */
    private Optional<UnitLines.Translated> known(Precedents.Part part) {
        return precedents
                .find(part)
                .filter(before -> before.sentences().stream()
                        .allMatch(pair -> !pair.provenance().byEngine()
                                || terms.faults(pair.source(), pair.target()).isEmpty()));
    }

    /** With what the glossary has against it. */
    private UnitLines.Translated judged(UnitLines.Translated translated) {
        return terms.isEmpty()
                ? translated
                : new UnitLines.Translated(
                        translated.content(),
                        translated.sentences().stream().map(this::judged).toList());
    }

    private SentencePair judged(SentencePair pair) {
        return pair.against(terms.faults(pair.source(), pair.target()));
    }

    /**
     * Whether a paragraph was in the edition's language already, such as a long quotation: then an engine copies most of it, and what it
     * does not copy it spoils. Only such a paragraph is worth a closer look; close languages need certainty.
     */
    private boolean isInTargetLanguage(String text, UnitLines.Translated translated) {
        if (text.length() < LEAST_LETTERS
                || translated.sentences().stream()
                        .anyMatch(pair -> !pair.provenance().byEngine())
                || !CopiedWords.areMuch(text, Inlines.text(translated.content()))
                || text.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS) {
            return false;
        }
        List<Guess> guesses = languages.guesses(text);
        return !guesses.isEmpty()
                && guesses.getFirst().language().sameLanguage(way.to())
                && guesses.getFirst().confidence() >= CERTAIN;
    }

    private static UnitLines.Translated unchanged(SourceUnit unit) {
        return new UnitLines.Translated(
                unit.unit().content(),
                List.of(new SentencePair(unit.place(), unit.text(), unit.text(), List.of(), List.of())));
    }
}
