package org.polywire.check;

import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;

/**
 * What the operator's glossary has against a translation, as the translator found it.
 *
 * @param severity that the policy gives it
 */
record GlossaryBreaches(Severity severity) implements UnitCheck {
    @Override
    public Stream<Finding> review(UnitPair unit) {
        return unit.sentences().stream()
                .flatMap(sentence -> sentence.breaches().stream())
                .distinct()
                .map(breach -> UnitPair.finding(FindingCode.GLOSSARY_BROKEN, severity, unit.place(), breach));
    }
}
