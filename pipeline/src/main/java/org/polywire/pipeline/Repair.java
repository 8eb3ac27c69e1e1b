package org.polywire.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.check.Checks;
import org.polywire.check.Opinion;
import org.polywire.check.Policy.Remedy;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict.Held;
import org.polywire.model.Verdict.Passed;
import org.polywire.model.Verdict.Rejected;
import org.polywire.translate.Segmentation;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;

/**
 * Has the sentences for which a translation would be held translated once more, cut otherwise, one after the other: at their clauses, then
 * together with the next sentence of the paragraph.
 *
 * <p>What comes of each try is read over like the whole article was, and taken only if less holds it than before; a reader sees it only
 * if nothing does. What stood in an earlier version of the article, or is a person's, is never touched. Safe to share between threads.
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

    /** The repaired translation; empty if it would still be held, or the policy wants no repair. */
    Optional<Read> of(Article article, Translation translation, Opinion opinion) {
        Read best = new Read(translation, opinion);
        Set<Wording> settled = settled(translation);
        for (SentencePair sentence : checks.repairable(article, translation, opinion.verdict(), Remedy.RESEGMENT)) {
            best = mended(article, best, sentence, settled);
        }
        return Optional.of(best)
                .filter(read -> read.passed() && !read.translation().equals(translation));
    }

    private Read mended(Article article, Read before, SentencePair sentence, Set<Wording> settled) {
        Read best = before;
        for (Segmentation segmentation : List.of(Segmentation.CLAUSES, Segmentation.JOINED)) {
            Read next = tried(article, before, sentence, segmentation)
                    .filter(read -> wordings(read.translation()).containsAll(settled))
                    .orElse(before);
            best = next.holding() < best.holding() ? next : best;
        }
        return best;
    }

    private Optional<Read> tried(Article article, Read before, SentencePair sentence, Segmentation segmentation) {
        Set<SentencePair> again =
                segmentation == Segmentation.JOINED ? withNeighbour(before.translation(), sentence) : Set.of(sentence);
        boolean alike = segmentation == Segmentation.JOINED && again.size() == 1;
        return !alike
                        && translator.again(article, before.translation(), again, segmentation)
                                instanceof Translated(Translation translation)
                ? Optional.of(new Read(translation, checks.judge(article, translation)))
                : Optional.empty();
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
