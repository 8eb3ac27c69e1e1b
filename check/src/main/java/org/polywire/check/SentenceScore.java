package org.polywire.check;

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
 */
public record SentenceScore(
        Place place,
        String source,
        String target,
        double fit,
        FindingCode suspicion,
        double fault,
        Map<FindingCode, Double> doubts,
        Map<Signal, Double> signals) {
    public SentenceScore {
        doubts = Map.copyOf(doubts);
        signals = Map.copyOf(signals);
    }

    /** How likely one of these kinds of fault is, as far as they are judged. */
    double doubt(Set<FindingCode> codes) {
        return codes.stream()
                .mapToDouble(code -> doubts.getOrDefault(code, 0.0))
                .max()
                .orElse(0);
    }
}
