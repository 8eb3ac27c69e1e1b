package org.polywire.translate;

import java.util.Set;
import org.polywire.model.Fitness;

/** What the models of Firefox Translations are good for, where it was measured. */
final class NeuralFitness {
    /** At least chrF2 52 on newstest2013 (marian/README.md). Others may be as good, but nobody has measured them for us. */
    private static final Set<String> MEASURED =
            Set.of("en-es", "es-en", "en-de", "de-en", "en-fr", "fr-en", "en-ru", "ru-en", "en-cs", "cs-en");

    private NeuralFitness() {}

    static Fitness of(String pair) {
        return MEASURED.contains(pair) ? Fitness.NEWS : Fitness.GIST;
    }
}
