package org.polywire.model;

import java.util.List;

/**
 * A sentence of the original beside the sentence that stands for it.
 *
 * @param place the unit that holds it
 * @param unknown words that the engine did not know and copied
 * @param faults what the engine itself reported as gone wrong in this sentence, such as a word it could not inflect
 */
public record SentencePair(Place place, String source, String target, List<String> unknown, List<String> faults) {
    public SentencePair {
        unknown = List.copyOf(unknown);
        faults = List.copyOf(faults);
    }
}
