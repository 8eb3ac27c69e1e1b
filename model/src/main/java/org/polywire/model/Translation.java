package org.polywire.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An article in an edition's language, with what each of its sentences said in the original.
 *
 * @param article the document in the edition's language; same skeleton as the original
 * @param from the language of the original
 * @param route the way that its sentences came, except those that have one of their own
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

    /** The way that one of its sentences took. */
    public Route routeOf(SentencePair sentence) {
        return sentence.legs().isEmpty() ? route : new Route.Machine(sentence.legs());
    }

    /** All steps that any of its sentences took, those of the text's own way first; none for an original. */
    public List<Route.Leg> legs() {
        return Stream.concat(route.legs().stream(), sentences.stream().flatMap(pair -> pair.legs().stream()))
                .distinct()
                .toList();
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
