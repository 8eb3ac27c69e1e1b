package org.polywire.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.check.Checks;
import org.polywire.check.Opinion;
import org.polywire.check.Policy.Remedy;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Finding;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict.Held;
import org.polywire.model.Verdict.Passed;
import org.polywire.model.Verdict.Rejected;
import org.polywire.translate.Segmentation;
import org.polywire.translate.TranslationOutcome;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;

/**
 * Has the sentences for which a translation would be held translated once more, one after the other: by the same engine, cut otherwise (at
 * their clauses, then together with the next sentence of the paragraph), and what is left by the next ways of the edition. What holds it then
 * may be left in the original's words, if nothing else can be done.
 *
 * <p>What comes of each try is read over like the whole article was, and taken only if less holds it than before and the sentence no longer
 * does; a reader sees it only if nothing does. What stood in an earlier version of the article, or is a person's, is never touched. Safe to
 * share between threads.
 */
final class Repair {
    private final Translator translator;
    private final Checks checks;

    Repair(Translator translator, Checks checks) {
        this.translator = translator;
        this.checks = checks;
    }

    /** A translation with what the checks think of it. */
    record Read(Translation translation, Opinion opinion) {
        boolean passed() {
            return opinion.verdict() instanceof Passed;
        }

        /** How much keeps it back: more than can be noticed at all, if it is unusable. */
        private long holding() {
            return switch (opinion.verdict()) {
                case Passed passed -> 0;
                case Held(List<Finding> findings) ->
                    findings.stream()
                            .filter(finding -> finding.severity() != Finding.Severity.NOTE)
                            .count();
                case Rejected rejected -> Long.MAX_VALUE;
            };
        }
    }

    /**
     * What came of a repair.
     *
     * @param passed the repaired translation; empty if it would still be held, or the policy wants no repair
     * @param quoted the translation with what still holds it left in the original's words; empty if it would be held nevertheless, or may not
     * @param inVain whether a sentence that holds it was asked of each of the next ways: the whole article would be given the same there
     */
    record Outcome(Optional<Read> passed, Optional<Read> quoted, boolean inVain) {}

    /** What may be tried for a sentence of a translation, each try made only when it is asked for. */
    private interface Tries {
        Stream<TranslationOutcome> of(Translation translation, SentencePair sentence);
    }

    Outcome of(Article article, Edition edition, Translation translation, Opinion opinion) {
        Set<Wording> settled = settled(translation);
        Read first = new Read(translation, opinion);
        Read recut = mended(
                article, first, Remedy.RESEGMENT, settled, (made, sentence) -> cutOtherwise(article, made, sentence));
        Read best = mended(
                article,
                recut,
                Remedy.ENGINE,
                settled,
                (made, sentence) -> elsewhere(article, edition, made, sentence));
        return new Outcome(
                Optional.of(best)
                        .filter(read -> read.passed() && !read.translation().equals(translation)),
                quoted(article, best),
                !best.passed() && !culprits(article, best, Remedy.ENGINE).isEmpty());
    }

    private Optional<Read> quoted(Article article, Read best) {
        Map<SentencePair, List<String>> why =
                checks.quotable(article, best.translation(), best.opinion().verdict());
        return why.isEmpty()
                ? Optional.empty()
                : translator
                        .quoting(article, best.translation(), why)
                        .map(translation -> new Read(translation, checks.judge(article, translation)))
                        .filter(Read::passed);
    }

    private Read mended(Article article, Read first, Remedy remedy, Set<Wording> settled, Tries tries) {
        Read best = first;
        for (SentencePair sentence : culprits(article, first, remedy)) {
            Read before = best;
            best = tries.of(before.translation(), sentence)
                    .flatMap(outcome -> read(article, outcome).stream())
                    .filter(next -> wordings(next.translation()).containsAll(settled))
                    .filter(next -> isBetter(article, before, next, remedy))
                    .findFirst()
                    .orElse(before);
        }
        return best;
    }

    private Set<SentencePair> culprits(Article article, Read read, Remedy remedy) {
        return checks.repairable(article, read.translation(), read.opinion().verdict(), remedy);
    }

    private Optional<Read> read(Article article, TranslationOutcome outcome) {
        return outcome instanceof Translated(Translation translation)
                ? Optional.of(new Read(translation, checks.judge(article, translation)))
                : Optional.empty();
    }

    /** Whether less holds it, and none of the new sentences does: what mends half a sentence would only keep others from it. */
    private boolean isBetter(Article article, Read before, Read next, Remedy remedy) {
        return next.holding() < before.holding()
                && before.translation().sentences().containsAll(culprits(article, next, remedy));
    }

    private Stream<TranslationOutcome> cutOtherwise(Article article, Translation made, SentencePair sentence) {
        Set<SentencePair> both = withNeighbour(made, sentence);
        Stream<TranslationOutcome> clauses =
                Stream.of(Set.of(sentence)).map(alone -> translator.again(article, made, alone, Segmentation.CLAUSES));
        Stream<TranslationOutcome> joined = Stream.of(both)
                .filter(sentences -> sentences.size() > 1)
                .map(sentences -> translator.again(article, made, sentences, Segmentation.JOINED));
        return Stream.concat(clauses, joined);
    }

    private Stream<TranslationOutcome> elsewhere(
            Article article, Edition edition, Translation made, SentencePair sentence) {
        return translator.others(article, edition, made).stream()
                .map(way -> translator.again(article, made, Set.of(sentence), way));
    }

    /** How a sentence stands in a translation. */
    private record Wording(Place place, String source, String target) {
        static Wording of(SentencePair pair) {
            return new Wording(pair.place(), pair.source(), pair.target());
        }
    }

    private static Set<Wording> wordings(Translation translation) {
        return translation.sentences().stream().map(Wording::of).collect(Collectors.toSet());
    }

    /** What readers have read already, cut as it was, or a person worded: all that was not made for this text. */
    private static Set<Wording> settled(Translation translation) {
        return translation.sentences().stream()
                .filter(pair -> pair.provenance() != Provenance.MACHINE)
                .map(Wording::of)
                .collect(Collectors.toSet());
    }

    /** A sentence and the next of its unit, or before the last the one before; it alone, if it is alone. */
    private static Set<SentencePair> withNeighbour(Translation translation, SentencePair sentence) {
        List<SentencePair> unit = translation.sentences().stream()
                .filter(pair -> pair.place().equals(sentence.place()))
                .toList();
        int at = unit.indexOf(sentence);
        int neighbour = at + 1 < unit.size() ? at + 1 : at - 1;
        return at < 0 || neighbour < 0 ? Set.of(sentence) : new HashSet<>(List.of(sentence, unit.get(neighbour)));
    }
}
