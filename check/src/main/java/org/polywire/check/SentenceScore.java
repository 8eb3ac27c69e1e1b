package org.polywire.check;

import java.util.Map;
import org.polywire.model.FindingCode;
import org.polywire.model.Place;

/**
 * How fit one sentence of a translation is to be published.
 *
 * @param place the unit that holds it
 * @param fit the probability that it is, from 0 to 1
 * @param suspicion what it is most suspected of
 * @param fault how likely that is, from 0 to 1
 * @param signals what was measured
 */
public record SentenceScore(
        Place place,
        String source,
        String target,
        double fit,
        FindingCode suspicion,
        double fault,
        Map<Signal, Double> signals) {
    public SentenceScore {
        signals = Map.copyOf(signals);
    }
}
