package org.polywire.model;

import java.util.List;

/**
 * A sentence of the original beside the sentence that stands for it.
 *
 * @param place the unit that holds it
 * @param unknown words that the engine did not know and copied
 * @param faults what the engine itself reported as gone wrong in this sentence, such as a word it could not inflect
 * @param breaches what the translation has against the operator's glossary, in plain words
 * @param provenance who made the words
 */
public record SentencePair(
        Place place,
        String source,
        String target,
        List<String> unknown,
        List<String> faults,
        List<String> breaches,
        Provenance provenance) {
    public SentencePair {
        unknown = List.copyOf(unknown);
        faults = List.copyOf(faults);
        breaches = List.copyOf(breaches);
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
}
