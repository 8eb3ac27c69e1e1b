package org.polywire.model;

import java.util.List;
import org.polywire.model.Route.Leg;

/**
 * A sentence of the original beside the sentence that stands for it.
 *
 * @param place the unit that holds it
 * @param unknown words that the engine did not know and copied
 * @param faults what the engine itself reported as gone wrong in this sentence, such as a word it could not inflect; of one that is
 *     quoted ({@link Provenance#QUOTED}) what the checks held its translation for
 * @param breaches what the translation has against the operator's glossary, in plain words
 * @param provenance who made the words
 * @param legs of the way that this sentence alone took ({@link Provenance#REROUTED}); empty if it took that of its text
 */
public record SentencePair(
        Place place,
        String source,
        String target,
        List<String> unknown,
        List<String> faults,
        List<String> breaches,
        Provenance provenance,
        List<Leg> legs) {
    /** The fault of a translation that its engine broke off, as it had grown too long: its end is missing. */
    public static final String BROKEN_OFF = "the engine did not come to an end";

    public SentencePair {
        unknown = List.copyOf(unknown);
        faults = List.copyOf(faults);
        breaches = List.copyOf(breaches);
        legs = List.copyOf(legs);
        if (legs.isEmpty() == (provenance == Provenance.REROUTED)) {
            throw new IllegalArgumentException(provenance + " by " + legs);
        }
    }

    /** A sentence that came in the way of its text. */
    public SentencePair(
            Place place,
            String source,
            String target,
            List<String> unknown,
            List<String> faults,
            List<String> breaches,
            Provenance provenance) {
        this(place, source, target, unknown, faults, breaches, provenance, List.of());
    }

    /** A sentence with nothing against the glossary. */
    public SentencePair(
            Place place,
            String source,
            String target,
            List<String> unknown,
            List<String> faults,
            Provenance provenance) {
        this(place, source, target, unknown, faults, List.of(), provenance);
    }

    /** A sentence that an engine translated for this text. */
    public SentencePair(Place place, String source, String target, List<String> unknown, List<String> faults) {
        this(place, source, target, unknown, faults, Provenance.MACHINE);
    }

    /** The same sentence elsewhere. */
    public SentencePair in(Place unit) {
        return new SentencePair(unit, source, target, unknown, faults, breaches, provenance, legs);
    }

    /** The same with what it has against the glossary. */
    public SentencePair against(List<String> terms) {
        return new SentencePair(place, source, target, unknown, faults, terms, provenance, legs);
    }

    /** The same, made in the way of its text by somebody else. */
    public SentencePair by(Provenance other) {
        return new SentencePair(place, source, target, unknown, faults, breaches, other);
    }

    /** The same, made in a way of its own. */
    public SentencePair by(Route.Machine way) {
        return new SentencePair(place, source, target, unknown, faults, breaches, Provenance.REROUTED, way.legs());
    }
}
