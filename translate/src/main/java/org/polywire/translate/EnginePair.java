package org.polywire.translate;

import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Route;

/**
 * One direction of translation that an engine offers.
 *
 * @param code the engine's own name for it, such as {@code spa-cat}
 * @param version of the engine and its data, such as {@code 3.8.3 apertium-spa-cat 2.2.0}; empty if unknown
 * @param chrF2 measured on NTREX-128, lines 1–1000, from 0 to 100; 0 if it was never measured
 * @param detail why the self-test failed; empty otherwise
 */
public record EnginePair(
        LanguageTag from,
        LanguageTag to,
        String code,
        String version,
        Fitness fitness,
        double chrF2,
        SelfTest selfTest,
        String detail) {

    /** What is known from translating whole paragraphs with the pair. */
    public enum SelfTest {
        NOT_YET,
        PASSED,
        /** The pair is not used. */
        FAILED
    }

    EnginePair tested(String failure) {
        SelfTest outcome = failure.isEmpty() ? SelfTest.PASSED : SelfTest.FAILED;
        return new EnginePair(from, to, code, version, fitness, chrF2, outcome, failure);
    }

    Route.Leg leg(String engine) {
        return new Route.Leg(from, to, engine, version);
    }
}
