package org.polywire.translate;

import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;

/**
 * One direction of translation that an engine offers.
 *
 * @param code the engine's own name for it, such as {@code spa-cat}
 * @param version of the engine and its data, such as {@code 3.8.3 apertium-spa-cat 2.2.0}; empty if unknown
 * @param chrF2 measured on NTREX-128, lines 1–1000, from 0 to 100; 0 if it was never measured
 * @param detail why the pair cannot be used; empty otherwise
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
        /** The pair cannot be used now, but will be again: a budget is spent, or the engine failed too often. */
        PAUSED,
        /** The pair is not used. */
        FAILED
    }

    EnginePair tested(String failure) {
        SelfTest outcome = failure.isEmpty() ? SelfTest.PASSED : SelfTest.FAILED;
        return new EnginePair(from, to, code, version, fitness, chrF2, outcome, failure);
    }

    EnginePair paused(String why) {
        return new EnginePair(from, to, code, version, fitness, chrF2, SelfTest.PAUSED, why);
    }
}
