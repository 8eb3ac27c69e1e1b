package org.polywire.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polywire.check.Signals.Measured;
import org.polywire.model.SentencePair;

/**
 * Weighs the signals of a sentence: how likely it is fit to be published, and what it is suspected of.
 *
 * <p>Fit is a sentence that has none of the faults the experts know and reads about as a reference would; the experts' doubts
 * are taken as independent. Safe to share between threads.
 */
final class Judge {
    private final Signals signals;
    private final List<Expert> experts;
    private final Adequacy adequacy;

    Judge(Signals signals, List<Expert> experts, Adequacy adequacy) {
        this.signals = signals;
        this.experts = List.copyOf(experts);
        this.adequacy = adequacy;
    }

    static Judge load(Signals signals) {
        List<Expert> experts = Lists.lines("experts.txt").map(Expert::read).toList();
        return new Judge(signals, experts, Adequacy.load());
    }

    /** The scores of all sentences of an article, in reading order. */
    List<SentenceScore> scores(Comparison comparison) {
        List<Sentence> sentences = comparison.units().stream()
                .flatMap(unit -> unit.pairs().map(pair -> new Sentence(unit, pair, measure(unit, pair))))
                .toList();
        List<Measured> measured = sentences.stream().map(Sentence::measured).toList();
        return sentences.stream()
                .map(sentence -> score(sentence, sentence.measured().beside(measured)))
                .toList();
    }

    private record Sentence(UnitPair unit, SentencePair pair, Measured measured) {}

    private Measured measure(UnitPair unit, SentencePair pair) {
        return signals.measure(
                unit.from().language(),
                unit.to().language(),
                pair.source(),
                pair.target(),
                pair.unknown(),
                pair.faults());
    }

    private SentenceScore score(Sentence sentence, Map<Signal, Double> measured) {
        Map<Expert, Double> doubts = new LinkedHashMap<>();
        experts.forEach(expert -> doubts.put(expert, expert.probability(measured)));
        Map.Entry<Expert, Double> worst = doubts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalStateException("no experts"));
        double sound = doubts.values().stream().mapToDouble(doubt -> 1 - doubt).reduce(1, (one, other) -> one * other);
        UnitPair unit = sentence.unit();
        SentencePair pair = sentence.pair();
        double adequate = adequacy.of(unit.from().language(), unit.to().language(), pair, measured);
        return new SentenceScore(
                unit.place(),
                pair.source(),
                pair.target(),
                sound * adequate,
                worst.getKey().code(),
                worst.getValue(),
                measured);
    }
}
