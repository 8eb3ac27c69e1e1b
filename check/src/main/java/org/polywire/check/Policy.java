package org.polywire.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polywire.model.Finding.Severity;
import org.polywire.model.LanguageTag;

/**
 * What an edition asks of a sentence: a short file that a person can read ({@code policy.txt}).
 *
 * @param editions the least probability of being fit, per language; {@code all} for those not named
 * @param suspectAbove the probability of one kind of fault from which a sentence is held, whatever its score; above 1 never
 * @param sensitiveAbove the same where the original accuses, or tells of deaths, health or minors ({@code sensitive.txt})
 * @param witnessAbove the probability of a kind of fault that a rule's doubt of it needs beside it; below that the doubt is a note
 * @param glossary how grave it is if an expression is not as the glossary wants it
 * @param repairable so many sentences of an article that are held may be translated once more, cut otherwise; 0 for none
 */
public record Policy(
        Map<String, Double> editions,
        double suspectAbove,
        double sensitiveAbove,
        double witnessAbove,
        Severity glossary,
        int repairable) {
    private static final String ALL = "all";

    /** Each sentence is translated and the article read over twice: more would cost more than the article did. */
    private static final int MOST_REPAIRABLE = 20;

    public Policy {
        editions = Map.copyOf(editions);
        if (!editions.containsKey(ALL)
                || editions.values().stream().anyMatch(least -> least < 0 || least > 1)
                || suspectAbove < 0
                || sensitiveAbove < 0
                || witnessAbove < 0
                || witnessAbove > 1) {
            throw new IllegalArgumentException("policy: probabilities from 0 to 1, with a line for \"hold-below all\"");
        }
        if (repairable < 0 || repairable > MOST_REPAIRABLE) {
            throw new IllegalArgumentException("policy: repair off, or resegment 1 to " + MOST_REPAIRABLE);
        }
    }

    /** The one that comes with the program. */
    public static Policy standard() {
        return read(Lists.lines("policy.txt").toList());
    }

    /** Reads lines such as {@code hold-below all 0.4} and {@code hold-below ca 0.5}; {@code #} begins a remark. */
    public static Policy read(List<String> lines) {
        Map<String, Double> editions = new HashMap<>();
        double suspect = 2;
        double sensitive = 2;
        double witness = 0;
        Severity glossary = Severity.HOLD;
        int repairable = 0;
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", -1);
            switch (words[0]) {
                case "hold-below" -> editions.put(words[1], Double.parseDouble(words[2]));
                case "suspect-above" -> suspect = Double.parseDouble(words[1]);
                case "sensitive-above" -> sensitive = Double.parseDouble(words[1]);
                case "witness-above" -> witness = Double.parseDouble(words[1]);
                case "glossary" -> glossary = Severity.valueOf(words[1].toUpperCase(Locale.ROOT));
                case "repair" -> repairable = repairable(words);
                default -> throw new IllegalArgumentException("policy: unknown line: " + line);
            }
        }
        return new Policy(editions, suspect, Math.min(suspect, sensitive), witness, glossary, repairable);
    }

    /** Of {@code repair off} or {@code repair resegment 3}. */
    private static int repairable(String[] words) {
        return switch (words[1]) {
            case "off" -> 0;
            case "resegment" -> Integer.parseInt(words[2]);
            default -> throw new IllegalArgumentException("policy: repair off or resegment, not " + words[1]);
        };
    }

    /** Whether a score can change a verdict at all; where none can, none need be made. */
    boolean asksScores(double least) {
        return least > 0 || suspectAbove <= 1 || sensitiveAbove <= 1 || witnessAbove > 0;
    }

    /** The least probability of being fit that an edition in this language publishes. */
    double least(LanguageTag language) {
        return editions.getOrDefault(language.language(), editions.getOrDefault(ALL, 1.0));
    }
}
