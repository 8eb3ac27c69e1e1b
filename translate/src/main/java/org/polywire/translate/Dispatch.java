package org.polywire.translate;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Place;
import org.polywire.model.Reason;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Unit;
import org.polywire.translate.ArticleTranslation.Task;
import org.polywire.translate.TranslationOutcome.EngineFailed;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Way.Step;

/** Sends articles along ways on the threads of their engines, and says how each attempt ended. Safe to share between threads. */
final class Dispatch implements AutoCloseable {
    private static final int AHEAD = 4;

    private final LanguageIdentifier languages;
    private final InstantSource clock;
    private final TranslatorConfig config;
    private final Map<Engine, ExecutorService> threads = new IdentityHashMap<>();

    Dispatch(List<Engine> engines, LanguageIdentifier languages, InstantSource clock, TranslatorConfig config) {
        this.languages = languages;
        this.clock = clock;
        this.config = config;
        for (Engine engine : engines) {
            threads.put(
                    engine,
                    Executors.newFixedThreadPool(
                            threads(engine.abilities()),
                            Thread.ofPlatform().daemon().name("translate-", 1).factory()));
        }
    }

    /**
     * An engine that runs programs here says itself how many work at once. More threads than that have their next texts ready, and let them work on
     * while the first texts wait until the names are found.
     */
    private static int threads(Abilities abilities) {
        boolean ahead = abilities.local() && abilities.markup() == Abilities.Markup.MARKS;
        return abilities.parallel() * (ahead ? AHEAD : 1);
    }

    /** Tries the ways in order; if none works, what the first usable one said is what counts, then that one does not take so long an article. */
    TranslationOutcome firstThatWorks(Article article, Edition edition, List<Way> ways, Recollection recollection) {
        List<TranslationOutcome> failures = new ArrayList<>();
        for (Way way : ways) {
            TranslationOutcome outcome = attempt(article, edition, way, recollection);
            if (outcome instanceof Translated) {
                return outcome;
            }
            failures.add(outcome);
        }
        List<EngineFailed> failed = failures.stream()
                .filter(EngineFailed.class::isInstance)
                .map(EngineFailed.class::cast)
                .toList();
        return failed.isEmpty()
                ? failures.stream().filter(Dispatch::isTooLong).findFirst().orElse(failures.getLast())
                : soonest(failed);
    }

    /** What the first says; but another try makes sense as soon as one of them may go its way. */
    private static EngineFailed soonest(List<EngineFailed> failed) {
        EngineFailed first = failed.getFirst();
        boolean known = failed.stream().allMatch(one -> one.again().isPresent());
        return new EngineFailed(
                first.reason(),
                first.detail(),
                failed.stream()
                        .flatMap(one -> one.again().stream())
                        .filter(time -> known)
                        .min(Comparator.naturalOrder()));
    }

    private static boolean isTooLong(TranslationOutcome outcome) {
        return outcome instanceof NoRoute(Reason reason, String detail) && reason == Reason.ARTICLE_TOO_LONG;
    }

    private TranslationOutcome attempt(Article article, Edition edition, Way way, Recollection recollection) {
        return attempt(way, prepared -> translate(article, edition, prepared, recollection));
    }

    private static TranslationOutcome attempt(Way way, Function<Way, TranslationOutcome> work) {
        List<Step> prepared = way.steps().stream()
                .map(step -> new Step(step.engine(), step.engine().prepare(step.pair())))
                .toList();
        for (Step step : prepared) {
            String detail = step.describe() + ": " + step.pair().detail();
            switch (step.pair().selfTest()) {
                case FAILED -> {
                    return new NoRoute(Reason.NO_ROUTE, detail);
                }
                case PAUSED -> {
                    return new EngineFailed(
                            Reason.ENGINE_PAUSED, detail, step.engine().resumes(1));
                }
                case NOT_YET, PASSED -> {}
            }
        }
        return work.apply(new Way(prepared, way.fitness(), way.chrF2()));
    }

    private TranslationOutcome translate(Article article, Edition edition, Way way, Recollection recollection) {
        Route.Machine route = way.route(article.language(), edition.language());
        Precedents precedents = new Precedents(new Sentences(article.language()), recollection, route);
        ArticleTranslation work = of(Task.whole(article, precedents), way);
        return switch (run(work, way)) {
            case ArticleTranslation.Outcome.Broken broken -> broken(broken, work);
            case ArticleTranslation.Outcome.Done(Map<Place, UnitLines.Translated> units) ->
                new Translated(translation(article, edition, route, units));
        };
    }

    /** What will not pass by itself is no failure of the engine: the article is not tried again before something was changed. */
    private static TranslationOutcome broken(ArticleTranslation.Outcome.Broken broken, ArticleTranslation work) {
        Reason reason = broken.reason();
        if (!reason.passing()) {
            return new NoRoute(reason, broken.detail());
        }
        return new EngineFailed(
                reason, broken.detail(), reason == Reason.ENGINE_PAUSED ? work.resumes() : Optional.empty());
    }

    private ArticleTranslation of(Task task, Way way) {
        return new ArticleTranslation(task, way, languages, config);
    }

    private ArticleTranslation.Outcome run(ArticleTranslation work, Way way) {
        return work.run(threads(way.steps().getFirst().engine()));
    }

    ExecutorService threads(Engine engine) {
        ExecutorService own = threads.get(engine);
        if (own == null) {
            throw new IllegalStateException("no threads for " + engine.name());
        }
        return own;
    }

    private Translation translation(
            Article article, Edition edition, Route.Machine route, Map<Place, UnitLines.Translated> units) {
        List<SentencePair> sentences = new ArrayList<>();
        Article target = article.mapUnits(edition.language(), unit -> {
            UnitLines.Translated translated = translated(units, unit);
            sentences.addAll(translated.sentences());
            return translated.content();
        });
        return new Translation(target, article.language(), route, clock.instant(), sentences);
    }

    private static UnitLines.Translated translated(Map<Place, UnitLines.Translated> units, Unit unit) {
        UnitLines.Translated translated = units.get(unit.place());
        if (translated == null) {
            throw new IllegalStateException("no translation of " + unit.place());
        }
        return translated;
    }

    /** Translates some sentences of a translation along a way; all others stay as they are, to the letter. */
    TranslationOutcome again(
            Article article, Translation translation, Set<SentencePair> again, Segmentation segmentation, Way way) {
        return attempt(way, prepared -> mend(article, translation, again, segmentation, prepared));
    }

    private TranslationOutcome mend(
            Article article, Translation translation, Set<SentencePair> again, Segmentation segmentation, Way way) {
        Set<Place> places = again.stream().map(SentencePair::place).collect(Collectors.toSet());
        List<SourceUnit> all = SourceUnit.of(article);
        Task task = new Task(
                article,
                all,
                all.stream().filter(unit -> places.contains(unit.place())).toList(),
                segmentation,
                new Precedents(new Precedent(article, translation), again, TranslationMemory.EMPTY));
        Route.Machine route =
                way.route(article.language(), translation.article().language());
        ArticleTranslation work = of(task, way);
        return switch (run(work, way)) {
            case ArticleTranslation.Outcome.Broken broken -> broken(broken, work);
            case ArticleTranslation.Outcome.Done(Map<Place, UnitLines.Translated> units) ->
                new Translated(new Mending(article, translation, route).with(units, clock.instant()));
        };
    }

    /** Whoever waits for a translation is told that it failed. */
    @Override
    public void close() {
        threads.values().stream().flatMap(pool -> pool.shutdownNow().stream()).forEach(Dispatch::callOff);
    }

    /** What had not begun would never be done, and waited for all the same. */
    private static void callOff(Runnable task) {
        if (task instanceof Future<?> waitedFor) {
            waitedFor.cancel(false);
        }
    }
}
