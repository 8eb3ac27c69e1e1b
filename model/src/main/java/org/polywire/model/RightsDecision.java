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

    /**
     * The decision for an operator's grant and what the source says. Signals only narrow; an open licence stands for a grant, unless
     * the source names another one beside it that may say less.
     */
    public static RightsDecision of(Grant grant, List<Signal> signals) {
        Usage usage = grant == Grant.FULL || isOpen(signals) ? Usage.FULL : Usage.EXCERPT;
        for (Signal signal : signals) {
            usage = usage.and(signal.kind().most());
        }
        return new RightsDecision(usage, grant, signals);
    }

    private static boolean isOpen(List<Signal> signals) {
        return has(signals, Signal.Kind.LICENCE_OPEN)
                && !has(signals, Signal.Kind.LICENCE_NONCOMMERCIAL)
                && !has(signals, Signal.Kind.LICENCE_OTHER);
    }

    private static boolean has(List<Signal> signals, Signal.Kind kind) {
        return signals.stream().anyMatch(signal -> signal.kind() == kind);
    }

    /** The first signal that leaves nothing. */
    public Optional<Signal> refusal() {
        return signals.stream()
                .filter(signal -> signal.kind().most() == Usage.NOTHING)
                .findFirst();
    }
}
