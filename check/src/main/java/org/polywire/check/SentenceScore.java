package org.polywire.check;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.polywire.model.FindingCode;
import org.polywire.model.Place;

/**
 * How fit one sentence of a translation is to be published.
 *
 * @param place the unit that holds it
 * @param fit the probability that it is, from 0 to 1
 * @param suspicion what it is most suspected of
 * @param fault how likely that is, from 0 to 1
 * @param doubts how likely each kind of fault is, from 0 to 1
 * @param signals what was measured
 * @param shown the words that are suspected; empty if it is the sentence
 */
public record SentenceScore(
        Place place,
        String source,
        String target,
        double fit,
        FindingCode suspicion,
        double fault,
        Map<FindingCode, Double> doubts,
        Map<Signal, Double> signals,
        String shown) {
    public SentenceScore {
        doubts = Map.copyOf(doubts);
        signals = Map.copyOf(signals);
    }

    /** What a finding shows of it. */
    String evidence() {
        return String.format(Locale.ROOT, "fit %.2f: %s", fit, shown.isEmpty() ? source + " → " + target : shown);
    }

    /** How likely one of these kinds of fault is, as far as they are judged. */
    double doubt(Set<FindingCode> codes) {
        return codes.stream()
                .mapToDouble(code -> doubts.getOrDefault(code, 0.0))
                .max()
                .orElse(0);
    }
}
