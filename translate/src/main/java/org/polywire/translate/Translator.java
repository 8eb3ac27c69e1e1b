package org.polywire.translate;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Unit;
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.TranslationOutcome.EngineFailed;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;

/** Brings articles into the language of an edition. Safe to share between threads. */
public final class Translator implements AutoCloseable {
    private final List<Engine> engines;
    private final LanguageIdentifier languages;
    private final InstantSource clock;
    private final TranslatorConfig config;
    private final ExecutorService threads;

    public Translator(List<Engine> engines, LanguageIdentifier languages, InstantSource clock) {
        this(engines, languages, clock, TranslatorConfig.defaults());
    }

    /**
     * @param engines are closed together with the translator
     */
    public Translator(
            List<Engine> engines, LanguageIdentifier languages, InstantSource clock, TranslatorConfig config) {
        this.engines = List.copyOf(engines);
        this.languages = languages;
        this.clock = clock;
        this.config = config;
        this.threads = Executors.newFixedThreadPool(
                config.threads(),
                Thread.ofPlatform().daemon().name("translate-", 1).factory());
    }

    /** Translates an article, or says why not. An article in the edition's own language is carried as it is, if it may be. */
    public TranslationOutcome translate(Article article, Edition edition) {
        return translate(article, edition, List.of());
    }

    /**
     * The same, with what was translated before: sentences that come again come out the same, and only new ones are translated.
     *
     * @param precedents the first that has a sentence decides; those that another engine or version made are left aside
     */
    public TranslationOutcome translate(Article article, Edition edition, List<Precedent> precedents) {
        if (article.language().sameLanguage(edition.language())) {
            return original(article, edition);
        }
        List<Candidate> candidates = candidates(article.language(), edition.language());
        String way = article.language() + " → " + edition.language();
        if (candidates.isEmpty()) {
            return new NoRoute(Reason.NO_ROUTE, way);
        }
        List<Candidate> fit = candidates.stream()
                .filter(candidate -> candidate.pair().fitness().compareTo(edition.floor()) >= 0)
                .toList();
        if (fit.isEmpty()) {
            return new NoRoute(
                    Reason.BELOW_FLOOR, way + ": " + candidates.getFirst().describe());
        }
        return firstThatWorks(article, edition, fit, precedents);
    }

    private TranslationOutcome original(Article article, Edition edition) {
        return edition.originals()
                ? new Translated(
                        new Translation(article, article.language(), new Route.Original(), clock.instant(), List.of()))
                : new NoRoute(Reason.ORIGINAL_NOT_CARRIED, edition.path());
    }

    /** An engine with a pair that fits, the best first. */
    private record Candidate(Engine engine, EnginePair pair) {
        String describe() {
            return engine.name() + " " + pair.code() + " is fit for " + pair.fitness();
        }
    }

    private List<Candidate> candidates(LanguageTag from, LanguageTag to) {
        return engines.stream()
                .flatMap(engine -> engine.pairs().stream().map(pair -> new Candidate(engine, pair)))
                .filter(candidate -> candidate.pair().from().sameLanguage(from)
                        && candidate.pair().to().sameLanguage(to))
                .sorted(Comparator.comparing((Candidate candidate) -> closeness(candidate, from, to))
                        .thenComparing(candidate -> candidate.pair().chrF2())
                        .reversed())
                .toList();
    }

    /** A pair for exactly these variants of the languages goes before a pair for others. */
    private static int closeness(Candidate candidate, LanguageTag from, LanguageTag to) {
        return (candidate.pair().to().equals(to) ? 2 : 0)
                + (candidate.pair().from().equals(from) ? 1 : 0);
    }

    private TranslationOutcome firstThatWorks(
            Article article, Edition edition, List<Candidate> candidates, List<Precedent> precedents) {
        String detail = "";
        for (Candidate candidate : candidates) {
            EnginePair tested = candidate.engine().prepare(candidate.pair());
            if (tested.selfTest() != SelfTest.FAILED) {
                return translate(article, edition, new Candidate(candidate.engine(), tested), precedents);
            }
            detail = candidate.engine().name() + " " + tested.code() + ": " + tested.detail();
        }
        return new NoRoute(Reason.NO_ROUTE, detail);
    }

    private TranslationOutcome translate(
            Article article, Edition edition, Candidate candidate, List<Precedent> precedents) {
        Engine engine = candidate.engine();
        EnginePair pair = candidate.pair();
        Route.Leg leg = new Route.Leg(article.language(), edition.language(), engine.name(), pair.version());
        ArticleTranslation work =
                new ArticleTranslation(article, engine, pair, languages, config, new Precedents(precedents, leg));
        return switch (work.run(threads)) {
            case ArticleTranslation.Outcome.Broken(Reason reason, String detail) -> new EngineFailed(reason, detail);
            case ArticleTranslation.Outcome.Done(Map<Unit, UnitTranslator.Outcome.Done> units) ->
                new Translated(translation(article, edition, leg, units));
        };
    }

    private Translation translation(
            Article article, Edition edition, Route.Leg leg, Map<Unit, UnitTranslator.Outcome.Done> units) {
        List<SentencePair> sentences = article.units().stream()
                .flatMap(unit -> done(units, unit).sentences().stream())
                .toList();
        Article target =
                article.mapUnits(edition.language(), unit -> done(units, unit).content());
        return new Translation(target, article.language(), new Route.Machine(List.of(leg)), clock.instant(), sentences);
    }

    private static UnitTranslator.Outcome.Done done(Map<Unit, UnitTranslator.Outcome.Done> units, Unit unit) {
        UnitTranslator.Outcome.Done done = units.get(unit);
        if (done == null) {
            throw new IllegalStateException("no translation of " + unit.place());
        }
        return done;
    }

    /**
     * Makes the pairs ready that articles of these languages need for these editions, in the background: the first translation
     * with a pair takes seconds otherwise. Translations that need a pair under test wait for it. Returns at once.
     *
     * @return is done when every pair has been tested
     */
    public Future<?> warm(Collection<LanguageTag> sources, Collection<Edition> editions) {
        FutureTask<Void> work = new FutureTask<>(() -> warmNow(sources, editions), null);
        Thread.ofPlatform().daemon().name("translate-warm").start(work);
        return work;
    }

    private void warmNow(Collection<LanguageTag> sources, Collection<Edition> editions) {
        for (Edition edition : editions) {
            for (LanguageTag source : sources) {
                if (!source.sameLanguage(edition.language())) {
                    firstFit(candidates(source, edition.language()), edition);
                }
            }
        }
    }

    /** Prepares the candidates that reach the edition's floor until one can be used. */
    private static void firstFit(List<Candidate> candidates, Edition edition) {
        var unused = candidates.stream()
                .filter(candidate -> candidate.pair().fitness().compareTo(edition.floor()) >= 0)
                .map(candidate -> candidate.engine().prepare(candidate.pair()))
                .anyMatch(tested -> tested.selfTest() == SelfTest.PASSED);
    }

    /** The engines with their pairs, as far as they are known by now. */
    public List<EngineStatus> engines() {
        return engines.stream()
                .map(engine -> new EngineStatus(engine.name(), engine.pairs()))
                .toList();
    }

    /** The same, after testing every pair that is fit for the floor; takes seconds. */
    public List<EngineStatus> testedEngines(Fitness floor) {
        for (Engine engine : engines) {
            engine.pairs().stream()
                    .filter(pair -> pair.fitness().compareTo(floor) >= 0)
                    .forEach(engine::prepare);
        }
        return engines();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        engines.forEach(Engine::close);
    }
}
