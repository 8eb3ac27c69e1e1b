package org.polywire.check;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polywire.check.Stems.Stem;
import org.polywire.model.FindingCode;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;

/**
 * Weighs the signals of a sentence: how likely it is fit to be published, and what it is suspected of.
 *
 * <p>Fit is a sentence that has none of the faults the experts know and reads about as a reference would. Of their doubts only the gravest counts, and
 * none below one half: many small ones together say nothing of how good an engine's sentence is. Safe to share between threads.
 */
final class Judge {
    /** Words below which signals say nothing: headings of sections, links, cells. Rules alone judge those. */
    private static final int LEAST_WORDS = 6;

    /** What experts cannot tell between close languages, whose words are often the same; there rules with limits for each pair do. */
    private static final FindingCode NOT_BETWEEN_CLOSE = FindingCode.UNTRANSLATED;

    /** The probability of a fault from which an expert suspects a sentence: where its budget of false alarms puts it. */
    private static final double SUSPECTED = 0.5;

    private final Likeness likeness = Likeness.load();
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

    /** The scores of all sentences of an article that are long enough to be judged, in reading order. */
    List<SentenceScore> scores(Comparison comparison) {
        List<Sentence> sentences = comparison.units().stream()
                .flatMap(unit -> unit.judged().stream())
                .toList();
        List<Signals.Measured> measured = signals.of(comparison.names(signals), sentences);
        return IntStream.range(0, sentences.size())
                .filter(i -> isLong(sentences.get(i)))
                .mapToObj(i -> score(comparison.translation(), sentences.get(i), measured.get(i)))
                .toList();
    }

    private static boolean isLong(Sentence sentence) {
        return sentence.texts().source().stems().size() >= LEAST_WORDS;
    }

    private SentenceScore score(Translation translation, Sentence sentence, Signals.Measured all) {
        Map<Signal, Double> measured = all.signals();
        TextPair texts = sentence.texts();
        boolean close = likeness.knows(texts.source().language(), texts.target().language());
        List<Doubt> doubts = experts.stream()
                .filter(expert -> !close || expert.code() != NOT_BETWEEN_CLOSE)
                .map(expert -> new Doubt(expert.code(), expert.probability(measured)))
                .toList();
        Doubt worst = doubts.stream()
                .max(Comparator.comparingDouble(Doubt::probability))
                .orElseThrow(() -> new IllegalStateException("no experts"));
        double sound = worst.probability() < SUSPECTED ? 1 : 1 - worst.probability();
        SentencePair pair = sentence.pair();
        double adequate = adequacy.of(translation.routeOf(pair), texts, measured);
        return new SentenceScore(
                pair.place(),
                pair.source(),
                pair.target(),
                sound * adequate,
                worst.code(),
                worst.probability(),
                byCode(doubts),
                measured,
                worst.code() == FindingCode.NAME_CHANGED ? shown(all.names(), texts) : "");
    }

    /** The names that are gone and those that came, as they are written. */
    private static String shown(NameSigns names, TextPair texts) {
        return written(names.lost(), texts.source()) + " → " + written(names.strange(), texts.target());
    }

    private static String written(Map<String, Double> keys, Text text) {
        String words = text.stems().stream()
                .filter(stem -> keys.containsKey(stem.key()) && (stem.large() || !stem.hasCapitals()))
                .map(Stem::text)
                .distinct()
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "–" : words;
    }

    /** What an expert says. */
    private record Doubt(FindingCode code, double probability) {}

    private static Map<FindingCode, Double> byCode(List<Doubt> doubts) {
        Map<FindingCode, Double> byCode = new EnumMap<>(FindingCode.class);
        doubts.forEach(doubt -> byCode.merge(doubt.code(), doubt.probability(), Math::max));
        return byCode;
    }
}
