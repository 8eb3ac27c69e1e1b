package org.polywire.check;

import org.polywire.model.SentencePair;

/** A sentence that is judged, as the engine paired it, with what is read of it. */
record Sentence(SentencePair pair, TextPair texts) {
    static Sentence of(Languages languages, SentencePair pair) {
        return new Sentence(pair, TextPair.of(languages.from(), languages.to(), pair.source(), pair.target()));
    }
}
