package org.polywire.translate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
import org.polywire.model.Unit;

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
        record Done(Map<Unit, UnitLines.Translated> units) implements Outcome {}

        record Broken(Reason reason, String detail) implements Outcome {}
    }

    private record Batch(List<MarkedPassage> passages, Future<List<PassageOutcome>> work) {}

    /**
     * What of an article is to be translated.
     *
     * @param all of the article's units
     * @param units some or all of them, which are to be translated
     * @param precedents what is known of them already
     */
    record Task(Article article, List<Unit> all, List<Unit> units, Segmentation segmentation, Precedents precedents) {
        static Task whole(Article article, Precedents precedents) {
            List<Unit> all = article.units();
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
    private final Map<MarkedPassage, Place> places = new IdentityHashMap<>();

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
        List<Unit> units = task.units();
        int characters = units.stream().mapToInt(unit -> unit.text().length()).sum();
        if (characters > config.maxCharacters()) {
            return new Outcome.Broken(Reason.ENGINE_FAILED, "the article has " + characters + " characters, too many");
        }
        try {
            return run(threads, units, characters);
        } catch (RejectedExecutionException e) {
            return closed();
        }
    }

    private Outcome run(ExecutorService threads, List<Unit> units, int characters) {
        Way.Step first = way.steps().getFirst();
        ProtectedNames search = ProtectedNames.search(article, task.all(), first.engine(), first.pair(), threads);
        WayTranslator translator = new WayTranslator(way, search::index, config.localNumbers());
        List<Batch> batches = new ArrayList<>();
        PassageBatches open = new PassageBatches(
                first.engine().abilities(),
                characters,
                batch -> batches.add(new Batch(batch, threads.submit(() -> translator.translate(batch)))));
        Sentences sentences = new Sentences(article.language());
        units.forEach(unit -> take(unit, sentences, search, open));
        open.end();
        return collect(batches, config.timeLimit().multipliedBy(1 + characters / CHARACTERS_IN_TIME));
    }

    /** Sends what of a unit is to be translated, each text once. */
    private void take(Unit unit, Sentences sentences, ProtectedNames search, PassageBatches open) {
        for (Precedents.Part part : precedents.parts(unit)) {
            List<Inline> content = part.unit().content();
            if (!texts.containsKey(content) && known(part).isEmpty()) {
                UnitCut cut = UnitCut.of(part.unit(), sentences, task.segmentation(), terms, quotations);
                UnitLines lines = UnitLines.of(cut, search::index, article.language(), way.to());
                texts.put(content, lines);
                lines.passages().forEach(passage -> {
                    places.put(passage, unit.place());
                    open.add(passage);
                });
            }
        }
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
        Map<Unit, UnitLines.Translated> units = new HashMap<>();
        for (Unit unit : task.units()) {
            List<Precedents.Part> parts = precedents.parts(unit);
            for (Precedents.Part part : parts) {
                UnitLines lines = texts.get(part.unit().content());
                Optional<Outcome.Broken> broken = lines == null ? Optional.empty() : answers.await(lines.passages());
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
            UnitLines.Translated translated = Precedents.join(parts, part -> translated(part, answers.done));
            units.put(unit, isInTargetLanguage(unit.text(), translated) ? unchanged(unit) : translated);
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
            while (batches.hasNext() && !passages.stream().allMatch(done::containsKey)) {
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
                        return Optional.of(new Outcome.Broken(reason, places.get(passages.get(i)) + ": " + detail));
                    }
                    case PassageOutcome.Done translated -> done.put(passages.get(i), translated);
                }
            }
            return Optional.empty();
        }
    }

    private UnitLines.Translated translated(Precedents.Part part, Map<MarkedPassage, PassageOutcome.Done> done) {
        return known(part).orElseGet(() -> {
            Unit unit = part.unit();
            UnitLines lines = texts.get(unit.content());
            if (lines == null) {
                throw new IllegalStateException("no text of " + unit.place());
            }
            return judged(lines.with(unit.place(), done));
        });
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

    private static UnitLines.Translated unchanged(Unit unit) {
        return new UnitLines.Translated(
                unit.content(),
                List.of(new SentencePair(unit.place(), unit.text(), unit.text(), List.of(), List.of())));
    }
}
