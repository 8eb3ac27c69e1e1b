package org.polywire.model;

import java.util.List;
import java.util.Optional;

/**
 * How much of an article may be published, and why.
 *
 * @param grant what the operator declared for the source
 * @param signals everything that the source says about it, in the order in which it was found
 */
public record RightsDecision(Usage usage, Grant grant, List<Signal> signals) {
    public RightsDecision {
        signals = List.copyOf(signals);
    }

    /** The decision for an operator's grant and what the source says. Signals only narrow; an open licence stands for a grant. */
    public static RightsDecision of(Grant grant, List<Signal> signals) {
        boolean open = signals.stream().anyMatch(signal -> signal.kind() == Signal.Kind.LICENCE_OPEN);
        boolean noncommercial = signals.stream().anyMatch(signal -> signal.kind() == Signal.Kind.LICENCE_NONCOMMERCIAL);
        Usage usage = grant == Grant.FULL || open && !noncommercial ? Usage.FULL : Usage.EXCERPT;
        for (Signal signal : signals) {
            usage = usage.and(signal.kind().most());
        }
        return new RightsDecision(usage, grant, signals);
    }

    /** The first signal that leaves nothing. */
    public Optional<Signal> refusal() {
        return signals.stream()
                .filter(signal -> signal.kind().most() == Usage.NOTHING)
                .findFirst();
    }
}
