package org.polywire.translate;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;

/** Brings articles into the language of an edition. Safe to share between threads. */
public final class Translator implements AutoCloseable {
    private final List<Engine> engines;
    private final LanguageIdentifier languages;
    private final InstantSource clock;
    private final TranslatorConfig config;
    private final Routing routing;
    private final Dispatch dispatch;

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
        this.routing = new Routing(engines, config.policy());
        this.dispatch = new Dispatch(engines, languages, clock, config);
    }

    /** Translates an article, or says why not. An article in the edition's own language is carried as it is, if it may be. */
    public TranslationOutcome translate(Article article, Edition edition) {
        return translate(article, edition, Recollection.NONE);
    }

    /** The same, with what was translated before: sentences that come again come out the same, and only new ones are translated. */
    public TranslationOutcome translate(Article article, Edition edition, Recollection recollection) {
        if (article.language().sameLanguage(edition.language())) {
            return original(article, edition);
        }
        List<Way> ways = routing.ways(article.language(), edition.language());
        String what = article.language() + " → " + edition.language();
        if (ways.isEmpty()) {
            return new NoRoute(Reason.NO_ROUTE, what);
        }
        List<Way> fit = fit(ways, edition);
        if (fit.isEmpty()) {
            Way best = ways.getFirst();
            return new NoRoute(Reason.BELOW_FLOOR, what + ": " + best.describe() + " is fit for " + best.fitness());
        }
        return dispatch.firstThatWorks(article, edition, fit, recollection);
    }

    /**
     * Translates an article again, along the next of the ways that are good enough for the edition and lead to the same variant of its
     * language, for a translation that the checks held.
     *
     * @return {@link NoRoute} if there is no other way, or the policy does not want one
     */
    public TranslationOutcome escalate(Article article, Edition edition, Translation held, Recollection recollection) {
        List<Way> others = next(article, edition, held);
        return config.policy().escalate() && !others.isEmpty()
                ? dispatch.firstThatWorks(article, edition, others, recollection)
                : new NoRoute(Reason.NO_ROUTE, "no other way " + article.language() + " → " + edition.language());
    }

    /**
     * The ways that are good enough for the edition and lead to the same variant of its language, after that of a translation, in the order
     * in which they are to be tried.
     */
    public List<Route.Machine> others(Article article, Edition edition, Translation made) {
        return next(article, edition, made).stream()
                .map(way -> way.route(article.language(), edition.language()))
                .toList();
    }

    private List<Way> next(Article article, Edition edition, Translation made) {
        List<Way> fit = fit(routing.ways(article.language(), edition.language()), edition);
        int taken = 0;
        while (taken < fit.size()
                && !fit.get(taken).route(article.language(), edition.language()).equals(made.route())) {
            taken++;
        }
        int after = Math.min(taken + 1, fit.size());
        return fit.subList(after, fit.size()).stream()
                .filter(way -> way.to().equals(fit.get(after - 1).to()))
                .toList();
    }

    /**
     * Translates some sentences of a translation again, in the way that all of it was made, but cut otherwise. All others stay as they
     * are, to the letter; a sentence whose place in its paragraph cannot be told takes its paragraph with it.
     *
     * @param again sentences of the translation, which that of one article is
     * @return {@link NoRoute} if the way is gone
     */
    public TranslationOutcome again(
            Article article, Translation translation, Set<SentencePair> again, Segmentation segmentation) {
        return again(article, translation, again, segmentation, translation.route());
    }

    /** The same in another way, cut as the language writes sentences; one of {@link #others}. */
    public TranslationOutcome again(
            Article article, Translation translation, Set<SentencePair> again, Route.Machine route) {
        return again(article, translation, again, Segmentation.SENTENCES, route);
    }

    private TranslationOutcome again(
            Article article, Translation translation, Set<SentencePair> again, Segmentation segmentation, Route route) {
        LanguageTag from = article.language();
        LanguageTag to = translation.article().language();
        return routing.ways(from, to).stream()
                .filter(way -> way.route(from, to).equals(route))
                .findFirst()
                .map(way -> dispatch.again(article, translation, again, segmentation, way))
                .orElseGet(() -> new NoRoute(Reason.NO_ROUTE, "the way is gone"));
    }

    /**
     * Puts the original's own words in the place of some sentences of a translation. All others stay as they are, to the letter; no engine is
     * asked.
     *
     * @param why sentences of the translation, which that of one article is, each with what it was held for
     * @return empty if the place of one cannot be told
     */
    public Optional<Translation> quoting(
            Article article, Translation translation, Map<SentencePair, List<String>> why) {
        return translation.route() instanceof Route.Machine route
                ? new Quoting(article, why)
                        .in(translation)
                        .map(units -> new Mending(article, translation, route).with(units, clock.instant()))
                : Optional.empty();
    }

    /** Whether an edition can have articles in a language: as they are, or by a way good enough that is not known to be broken. */
    public boolean reaches(LanguageTag from, Edition edition) {
        return from.sameLanguage(edition.language())
                ? edition.originals()
                : fit(routing.ways(from, edition.language()), edition).stream().anyMatch(Translator::isWhole);
    }

    private static boolean isWhole(Way way) {
        return way.steps().stream().noneMatch(step -> step.pair().selfTest() == SelfTest.FAILED);
    }

    private static List<Way> fit(List<Way> ways, Edition edition) {
        return ways.stream()
                .filter(way -> way.fitness().compareTo(edition.floor()) >= 0)
                .toList();
    }

    private TranslationOutcome original(Article article, Edition edition) {
        return edition.originals()
                ? new Translated(
                        new Translation(article, article.language(), new Route.Original(), clock.instant(), List.of()))
                : new NoRoute(Reason.ORIGINAL_NOT_CARRIED, edition.path());
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
                    var unused = fit(routing.ways(source, edition.language()), edition).stream()
                            .anyMatch(Translator::prepared);
                }
            }
        }
    }

    /** Prepares a way, and says whether it can be used. */
    private static boolean prepared(Way way) {
        return way.steps().stream()
                .allMatch(step -> step.engine().prepare(step.pair()).selfTest() == SelfTest.PASSED);
    }

    /** How texts in one language come into another, and why so. */
    public RoutePlan plan(LanguageTag from, LanguageTag to, Fitness floor) {
        return routing.plan(from, to, floor);
    }

    /**
     * What of each sentence of a translation was not left to the engine, for an operator who asks why it is as it is; found anew, so it takes
     * about as long as the search for names did.
     *
     * @return as many as the translation has sentences
     */
    public List<Protection> protection(Article original, Translation translation) {
        LanguageTag to = translation.article().language();
        List<SourceUnit> units = SourceUnit.of(original);
        Set<String> names = routing.ways(original.language(), to).stream()
                .filter(way -> way.route(original.language(), to).equals(translation.route()))
                .findFirst()
                .map(way -> way.steps().getFirst())
                .map(step -> ProtectedNames.search(
                                original, units, step.engine(), step.pair(), dispatch.threads(step.engine()))
                        .index()
                        .all())
                .orElse(Set.of());
        LanguageTag from = original.language();
        ProtectionRules rules = new ProtectionRules(
                names,
                config.glossary().of(original, to),
                DisplayNames.between(from, to),
                Transliteration.between(from, to),
                ForeignQuotations.of(units, languages, from, to));
        return translation.sentences().stream().map(rules::of).toList();
    }

    /** Has every engine look again what it can translate; to be called when something was installed. */
    public void renew() {
        engines.forEach(Engine::renew);
    }

    /** The engines with their pairs, as far as they are known by now. */
    public List<EngineStatus> engines() {
        return engines.stream()
                .map(engine -> new EngineStatus(engine.name(), engine.abilities(), engine.pairs()))
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

    /** Whoever waits for a translation is told that it failed. */
    @Override
    public void close() {
        dispatch.close();
        engines.forEach(Engine::close);
    }
}
