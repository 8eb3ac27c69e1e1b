package org.polywire.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.polywire.model.Place;
import org.polywire.model.Review;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;

/**
 * What the checks think of a translation.
 *
 * @param verdict what is to become of it
 * @param review what it was noticed for, and how fit each of its sentences is
 */
public record Opinion(Verdict verdict, Review review) {
    /** Thousandths tell sentences apart well enough, and keep the log short. */
    private static final double THOUSAND = 1000;

    /** Where a sentence stands and what it says: the same words have the same score. */
    private record Key(Place place, String source, String target) {}

    static Opinion of(Verdict verdict, Translation translation, List<SentenceScore> scores) {
        Map<Key, Double> fits = scores.stream()
                .collect(Collectors.toMap(
                        score -> new Key(score.place(), score.source(), score.target()),
                        score -> rounded(score.fit()),
                        Math::min));
        Map<Integer, Double> judged = new HashMap<>();
        List<SentencePair> sentences = translation.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            SentencePair pair = sentences.get(i);
            Double fit = fits.get(new Key(pair.place(), pair.source(), pair.target()));
            if (fit != null) {
                judged.put(i, fit);
            }
        }
        return new Opinion(verdict, new Review(verdict.findings(), judged));
    }

    private static double rounded(double fit) {
        return Math.round(fit * THOUSAND) / THOUSAND;
    }
}
