package org.polywire.translate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Inline;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.SentencePair;
import org.polywire.model.Unit;

/** The translation of one article's units, side by side; units with the same content are translated once. */
final class ArticleTranslation {
    /** A paragraph with fewer letters is too short to tell that it is in the edition's language already. */
    private static final int LEAST_LETTERS = 100;

    private static final double CERTAIN = 0.95;

    sealed interface Outcome {
        record Done(Map<Unit, UnitTranslator.Outcome.Done> units) implements Outcome {}

        record Broken(Reason reason, String detail) implements Outcome {}
    }

    private final Article article;
    private final Engine engine;
    private final EnginePair pair;
    private final LanguageIdentifier languages;
    private final TranslatorConfig config;
    private final Precedents precedents;

    ArticleTranslation(
            Article article,
            Engine engine,
            EnginePair pair,
            LanguageIdentifier languages,
            TranslatorConfig config,
            Precedents precedents) {
        this.article = article;
        this.engine = engine;
        this.pair = pair;
        this.languages = languages;
        this.config = config;
        this.precedents = precedents;
    }

    Outcome run(ExecutorService threads) {
        List<Unit> units = article.units();
        long characters = units.stream().mapToLong(unit -> unit.text().length()).sum();
        if (characters > config.maxCharacters()) {
            return new Outcome.Broken(Reason.ENGINE_FAILED, "the article has " + characters + " characters, too many");
        }
        Set<String> names = ProtectedNames.of(article, engine, pair);
        UnitTranslator translator = new UnitTranslator(engine, pair, article.language(), names);
        Map<List<Inline>, Future<UnitTranslator.Outcome>> work = new LinkedHashMap<>();
        for (Unit unit : units) {
            work.computeIfAbsent(unit.content(), content -> threads.submit(() -> translate(translator, unit)));
        }
        return collect(units, work);
    }

    private UnitTranslator.Outcome translate(UnitTranslator translator, Unit unit) {
        return isInTargetLanguage(unit.text())
                ? new UnitTranslator.Outcome.Done(
                        unit.content(),
                        List.of(new SentencePair(unit.place(), unit.text(), unit.text(), List.of(), List.of())))
                : precedents.translate(unit, translator);
    }

    /** Whether a paragraph is in the edition's language already, such as a long quotation; close languages need certainty. */
    private boolean isInTargetLanguage(String text) {
        if (text.codePoints().filter(Character::isLetter).limit(LEAST_LETTERS).count() < LEAST_LETTERS) {
            return false;
        }
        List<Guess> guesses = languages.guesses(text);
        LanguageTag target = pair.to();
        return !guesses.isEmpty()
                && guesses.getFirst().language().sameLanguage(target)
                && guesses.getFirst().confidence() >= CERTAIN;
    }

    private Outcome collect(List<Unit> units, Map<List<Inline>, Future<UnitTranslator.Outcome>> work) {
        long deadline = System.nanoTime() + config.timeLimit().toNanos();
        Map<Unit, UnitTranslator.Outcome.Done> results = new HashMap<>();
        try {
            for (Unit unit : units) {
                Future<UnitTranslator.Outcome> future = work.get(unit.content());
                if (future == null) {
                    throw new IllegalStateException("no work for " + unit.place());
                }
                switch (future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    case UnitTranslator.Outcome.Broken(Reason reason, String detail) -> {
                        return new Outcome.Broken(reason, detail);
                    }
                    case UnitTranslator.Outcome.Done done -> results.put(unit, at(unit, done));
                }
            }
            return new Outcome.Done(results);
        } catch (TimeoutException e) {
            return new Outcome.Broken(Reason.ENGINE_TIMEOUT, "not done after " + config.timeLimit());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Broken(Reason.ENGINE_FAILED, "interrupted");
        } catch (CancellationException e) {
            return new Outcome.Broken(Reason.ENGINE_FAILED, "the translator was closed");
        } catch (ExecutionException e) {
            throw new IllegalStateException("translating " + article.address(), e.getCause());
        } finally {
            work.values().forEach(future -> future.cancel(true));
        }
    }

    private static UnitTranslator.Outcome.Done at(Unit unit, UnitTranslator.Outcome.Done done) {
        List<SentencePair> sentences = done.sentences().stream()
                .map(pair ->
                        new SentencePair(unit.place(), pair.source(), pair.target(), pair.unknown(), pair.faults()))
                .toList();
        return new UnitTranslator.Outcome.Done(done.content(), sentences);
    }
}
