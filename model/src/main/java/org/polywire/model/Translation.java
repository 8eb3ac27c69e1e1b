package org.polywire.model;

import java.time.Instant;
import java.util.List;

/**
 * An article in an edition's language, with what each of its sentences said in the original.
 *
 * @param article the document in the edition's language; same skeleton as the original
 * @param from the language of the original
 * @param at when it was made
 * @param sentences in reading order, unit by unit; empty for an original carried unchanged
 * @param review what the checks thought of it; {@link Review#NONE} until they have read it
 */
public record Translation(
        Article article, LanguageTag from, Route route, Instant at, List<SentencePair> sentences, Review review) {
    public Translation {
        sentences = List.copyOf(sentences);
    }

    /** A translation that the checks have not read yet. */
    public Translation(Article article, LanguageTag from, Route route, Instant at, List<SentencePair> sentences) {
        this(article, from, route, at, sentences, Review.NONE);
    }

    public Translation reviewed(Review by) {
        return new Translation(article, from, route, at, sentences, by);
    }

    public boolean byMachine() {
        return route instanceof Route.Machine;
    }

    /**
     * Whether a person reviewed all that the machine made: read each sentence for this article and put it into words of their own.
     * What a person said in another text ({@link Provenance#HUMAN}) does not count, as nobody has read it here.
     */
    public boolean humanReviewed() {
        return byMachine()
                && !sentences.isEmpty()
                && sentences.stream().allMatch(pair -> pair.provenance() == Provenance.POST_EDITED);
    }
}
