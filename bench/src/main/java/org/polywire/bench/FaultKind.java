package org.polywire.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polywire.check.Signal;
import org.polywire.model.FindingCode;

/**
 * A kind of fault that an expert is fitted to: the mutations that show it, the signals that may speak for it, and the share of
 * sound sentences that it may wrongly suspect.
 */
enum FaultKind {
    NUMBER(
            FindingCode.NUMBER_CHANGED,
            0.0098,
            List.of(Mutation.NUMBER_CHANGED),
            Signal.NUMBER_EXCHANGED,
            Signal.NUMBER_ADDED,
            Signal.NUMBER_LOST,
            Signal.NUMBER_WORD),
    DATE(FindingCode.NUMBER_CHANGED, 0.002, List.of(Mutation.DATE_CHANGED), Signal.CALENDAR),
    QUANTITY(FindingCode.NUMBER_CHANGED, 0.001, List.of(Mutation.CURRENCY_CHANGED), Signal.QUANTITY),
    NEGATION(
            FindingCode.NEGATION,
            0.0080,
            List.of(Mutation.NEGATION_DROPPED),
            Signal.NEGATION_LOST,
            Signal.NEGATION_BARE,
            Signal.NEGATION_LITERAL,
            Signal.NEGATION_OPEN,
            Signal.NEGATION_GONE,
            Signal.NEGATION_BROKEN),
    DENIAL(
            FindingCode.NEGATION,
            0.0095,
            List.of(Mutation.NEGATION_ADDED),
            Signal.NEGATION_ADDED,
            Signal.NEGATION_STRANGE,
            Signal.NEGATION_LITERAL,
            Signal.NEGATION_OPEN,
            Signal.NEGATION_COME),
    NAME(
            FindingCode.NAME_CHANGED,
            0.0115,
            List.of(Mutation.NAME_SWAPPED),
            Signal.NAME_EXCHANGED,
            Signal.NAME_LOST,
            Signal.NAME_ADDED,
            Signal.NAME_SLOT),
    OMISSION(
            FindingCode.OMISSION,
            0.005,
            List.of(Mutation.SENTENCE_DROPPED),
            Signal.SHORT,
            Signal.OMITTED,
            Signal.CUT,
            Signal.SENTENCES_LOST,
            Signal.NUMBER_LOST,
            Signal.NAME_LOST,
            Signal.NEGATION_LOST,
            Signal.UNRELATED),
    TRUNCATION(
            FindingCode.OMISSION,
            0.003,
            List.of(Mutation.TRUNCATED),
            Signal.SHORT,
            Signal.OMITTED,
            Signal.CUT,
            Signal.END,
            Signal.NUMBER_LOST,
            Signal.NAME_LOST),
    ADDITION(
            FindingCode.ADDITION,
            0.002,
            List.of(Mutation.SENTENCE_ADDED),
            Signal.LONG,
            Signal.ADDED,
            Signal.SENTENCES_ADDED,
            Signal.NUMBER_ADDED,
            Signal.NAME_ADDED),
    OTHER_TEXT(
            FindingCode.UNRELATED,
            0.003,
            List.of(Mutation.OTHER_TEXT),
            Signal.UNRELATED,
            Signal.OMITTED,
            Signal.ADDED,
            Signal.SHORT,
            Signal.LONG,
            Signal.NUMBER_LOST,
            Signal.NUMBER_ADDED,
            Signal.NUMBER_EXCHANGED,
            Signal.NAME_LOST,
            Signal.NAME_ADDED,
            Signal.NAME_EXCHANGED),
    LANGUAGE(
            FindingCode.WRONG_LANGUAGE,
            0.003,
            List.of(Mutation.WRONG_LANGUAGE),
            Signal.FOREIGN,
            Signal.UNRELATED,
            Signal.ADDED),
    COPY(
            FindingCode.UNTRANSLATED,
            0.0005,
            List.of(Mutation.UNTRANSLATED),
            Signal.FOREIGN,
            Signal.COPIED,
            Signal.COPIED_RUN),
    COPY_IN_PART(
            FindingCode.UNTRANSLATED,
            0.002,
            List.of(Mutation.PARTLY_UNTRANSLATED),
            Signal.FOREIGN,
            Signal.COPIED,
            Signal.COPIED_RUN,
            Signal.COPIED_RUN_FAR),
    REPETITION(
            FindingCode.REPETITION,
            0.002,
            List.of(Mutation.REPEATED, Mutation.LOOPING),
            Signal.REPEATED,
            Signal.LONG,
            Signal.SENTENCES_ADDED);

    /** The levels at which a signal begins to count; signals that count things begin at each. */
    private static final Map<Signal, double[]> LEVELS = levels();

    private final FindingCode code;
    private final double budget;
    private final List<Mutation> mutations;
    private final List<Signal> signals;

    FaultKind(FindingCode code, double budget, List<Mutation> mutations, Signal... signals) {
        this.code = code;
        this.budget = budget;
        this.mutations = mutations;
        this.signals = Arrays.asList(signals);
    }

    FindingCode code() {
        return code;
    }

    double budget() {
        return budget;
    }

    List<Mutation> mutations() {
        return mutations;
    }

    List<Signal> signals() {
        return signals;
    }

    static double[] levels(Signal signal) {
        return LEVELS.getOrDefault(signal, new double[] {0.9, 1.9});
    }

    private static Map<Signal, double[]> levels() {
        Map<Signal, double[]> levels = new TreeMap<>();
        for (Signal length : List.of(Signal.SHORT, Signal.LONG)) {
            levels.put(length, new double[] {0.5, 1, 1.25, 1.5, 1.75, 2, 2.5, 3});
        }
        levels.put(Signal.UNRELATED, new double[] {2, 5, 8, 11, 14, 17, 20, 25, 30});
        levels.put(Signal.OMITTED, new double[] {6, 8, 10, 12, 15, 18});
        levels.put(Signal.CUT, new double[] {2, 4, 7, 10, 13});
        levels.put(Signal.ADDED, new double[] {4, 6, 8, 10, 13});
        for (Signal name : List.of(Signal.NAME_EXCHANGED, Signal.NAME_LOST, Signal.NAME_ADDED)) {
            levels.put(name, new double[] {0.1, 0.2, 0.35, 0.45, 0.7, 0.9, 1.1, 1.4, 1.9});
        }
        for (Signal negation : List.of(Signal.NEGATION_LOST, Signal.NEGATION_ADDED)) {
            levels.put(negation, new double[] {0.9, 2.9});
        }
        for (Signal anchors : List.of(Signal.NEGATION_BARE, Signal.NEGATION_STRANGE)) {
            levels.put(anchors, new double[] {0.9, 1.9, 2.9, 3.9});
        }
        levels.put(Signal.NEGATION_OPEN, new double[] {0.9, 1.9, 2.9});
        levels.put(Signal.NEGATION_LITERAL, new double[] {0.01, 2, 4, 6, 8, 10});
        levels.put(Signal.REPEATED, new double[] {0.9, 1.9, 2.9, 3.9, 4.9});
        levels.put(Signal.FOREIGN, new double[] {0.3, 1, 1.5, 2});
        levels.put(Signal.COPIED, new double[] {0.3, 0.5, 0.65, 0.8, 0.95});
        levels.put(Signal.COPIED_RUN, new double[] {2.9, 3.9, 4.9, 5.9, 6.9, 7.9});
        levels.put(Signal.COPIED_RUN_FAR, new double[] {1.9, 2.9, 3.9, 4.9, 5.9});
        return levels;
    }
}
