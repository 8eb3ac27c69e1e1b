package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.polywire.model.FindingCode;

/**
 * Knows one kind of fault: a logistic model of how likely the signals of a sentence come from it.
 *
 * <p>Fitted by {@code ./polywire bench checks --fit} to human translations and the same with the fault planted; weights are
 * never negative, so more evidence never makes a fault less likely.
 *
 * @param name of the fault, as the mutations are called
 * @param code what a finding is called
 * @param bias the logit of a sentence without any signal; such that at probability one half the false alarms are within budget
 */
public record Expert(String name, FindingCode code, double bias, List<Term> terms) {
    /** What it adds to the logit that a signal reaches a level. */
    public record Term(Signal signal, double level, double weight) {}

    public Expert {
        terms = List.copyOf(terms);
    }

    /** Reads a line such as {@code TRUNCATED OMISSION -6.1 END>=0.5:5.6 SHORT>=1:1.5}. */
    static Expert read(String line) {
        String[] words = line.split(" ", -1);
        List<Term> terms = new ArrayList<>();
        for (int i = 3; i < words.length; i++) {
            String[] parts = words[i].split(">=|:", -1);
            terms.add(new Term(Signal.valueOf(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
        }
        return new Expert(words[0], FindingCode.valueOf(words[1]), Double.parseDouble(words[2]), terms);
    }

    /** How likely the fault is, from 0 to 1. */
    public double probability(Map<Signal, Double> signals) {
        double logit = bias;
        for (Term term : terms) {
            if (signals.getOrDefault(term.signal(), 0.0) >= term.level()) {
                logit += term.weight();
            }
        }
        return 1 / (1 + Math.exp(-logit));
    }
}
