package org.polywire.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polywire.model.LanguageTag;

/**
 * What an edition asks of a sentence: a short file that a person can read ({@code policy.txt}).
 *
 * @param editions the least probability of being fit, per language; {@code all} for those not named
 * @param trustAbove the probability from which a rule's doubt is only a note
 */
public record Policy(Map<String, Double> editions, double trustAbove) {
    private static final String ALL = "all";

    public Policy {
        editions = Map.copyOf(editions);
        if (!editions.containsKey(ALL)
                || editions.values().stream().anyMatch(least -> least < 0 || least > 1)
                || trustAbove < 0
                || trustAbove > 1) {
            throw new IllegalArgumentException("policy: probabilities from 0 to 1, with a line for \"hold-below all\"");
        }
    }

    /** The one that comes with the program. */
    public static Policy standard() {
        return read(Lists.lines("policy.txt").toList());
    }

    /** Reads lines such as {@code hold-below all 0.4} and {@code hold-below ca 0.5}; {@code #} begins a remark. */
    public static Policy read(List<String> lines) {
        Map<String, Double> editions = new HashMap<>();
        double trust = 1;
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", -1);
            switch (words[0]) {
                case "hold-below" -> editions.put(words[1], Double.parseDouble(words[2]));
                case "trust-above" -> trust = Double.parseDouble(words[1]);
                default -> throw new IllegalArgumentException("policy: unknown line: " + line);
            }
        }
        return new Policy(editions, trust);
    }

    /** Whether a score can change a verdict at all; where none can, none need be made. */
    boolean asksScores(double least) {
        return least > 0 || trustAbove < 1;
    }

    /** The least probability of being fit that an edition in this language publishes. */
    double least(LanguageTag language) {
        return editions.getOrDefault(language.language(), editions.getOrDefault(ALL, 1.0));
    }
}
