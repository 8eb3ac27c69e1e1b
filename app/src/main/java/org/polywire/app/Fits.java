package org.polywire.app;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.polywire.model.Review;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import tools.jackson.databind.node.ObjectNode;

/** How fit to be published the checks found the sentences of a text, as {@code where} tells of it. */
final class Fits {
    private Fits() {}

    /** The average and the least sure sentence; empty if none was judged. */
    static String words(Translation text) {
        Review review = text.review();
        return review.fits().entrySet().stream()
                .min(Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(least -> String.format(
                        Locale.ROOT,
                        "; probably fit: %.2f on average of %d judged, least %.2f at %s",
                        review.mean().orElseThrow(),
                        review.fits().size(),
                        least.getValue(),
                        text.sentences().get(least.getKey()).place()))
                .orElse("");
    }

    /** Adds {@code fit}, and the score of each sentence that was judged, in reading order, to the account of a text. */
    static void write(Translation text, ObjectNode account) {
        Review review = text.review();
        review.mean()
                .ifPresent(mean -> account.putObject("fit")
                        .put("mean", mean)
                        .put("least", review.least().orElseThrow())
                        .put("judged", review.fits().size()));
        account.set(
                "scores",
                Json.array(judged(review).map(sentence -> score(text, sentence)).toList()));
    }

    private static Stream<Integer> judged(Review review) {
        return review.fits().keySet().stream().sorted();
    }

    private static ObjectNode score(Translation text, int sentence) {
        SentencePair pair = text.sentences().get(sentence);
        return Json.object()
                .put("place", pair.place().path())
                .put("source", pair.source())
                .put("target", pair.target())
                .put("fit", text.review().fit(sentence).orElseThrow());
    }
}
