package org.polywire.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.check.PolicyReading.Accepted;
import org.polywire.check.PolicyReading.Rejected;
import org.polywire.model.Finding.Severity;
import org.polywire.model.LanguageTag;

/**
 * What an edition asks of a sentence: a short file that a person can read ({@code policy.txt}).
 *
 * @param editions the least probability of being fit, per language, with or without a region; {@code all} for those not named
 * @param suspectAbove the probability of one kind of fault from which a sentence is held, whatever its score; above 1 never
 * @param sensitiveAbove the same where the original accuses, or tells of deaths, health or minors ({@code sensitive.txt})
 * @param witnessAbove the probability of a kind of fault that a rule's doubt of it needs beside it; below that the doubt is a note
 * @param glossary how grave it is if an expression is not as the glossary wants it
 * @param repairs so many sentences of an article that are held may be repaired in this way; in one that is not named none
 */
public record Policy(
        Map<String, Double> editions,
        double suspectAbove,
        double sensitiveAbove,
        double witnessAbove,
        Severity glossary,
        Map<Remedy, Integer> repairs) {
    static final String ALL = "all";

    /** Above every probability. */
    static final double NEVER = 2;

    /** Each sentence is translated and the article read over for each try: more would cost more than the article did. */
    static final int MOST_REPAIRS = 20;

    /** What may be done to a sentence before it holds its article. */
    public enum Remedy {
        /** Translated by the same engine, cut otherwise. */
        RESEGMENT,
        /** Translated by another engine, or through another language. */
        ENGINE,
        /** Left in the original's own words, and marked for readers. */
        QUOTE
    }

    public Policy {
        editions = Map.copyOf(editions);
        repairs = Map.copyOf(repairs);
        Stream<Double> probabilities = Stream.concat(editions.values().stream(), Stream.of(witnessAbove));
        Stream<Double> limits = Stream.of(suspectAbove, sensitiveAbove);
        if (!editions.containsKey(ALL)
                || !probabilities.allMatch(value -> isWithin(value, 1))
                || !limits.allMatch(value -> isWithin(value, NEVER))
                || !repairs.values().stream().allMatch(most -> most >= 1 && most <= MOST_REPAIRS)) {
            throw new IllegalArgumentException("no policy: " + editions + ", " + repairs);
        }
    }

    /** What is no number is within nothing. */
    private static boolean isWithin(double value, double most) {
        return value >= 0 && value <= most;
    }

    /** The one that comes with the program. */
    public static Policy standard() {
        return read(text().lines().toList());
    }

    /** The text of the one that comes with the program, for an operator to begin with. */
    public static String text() {
        return Lists.text("policy.txt");
    }

    /**
     * Reads lines that are known to be in order; what an operator wrote reads {@link PolicyReading}.
     *
     * @throws IllegalArgumentException if they are not
     */
    public static Policy read(List<String> lines) {
        return switch (PolicyReading.of(lines)) {
            case Accepted(Policy policy) -> policy;
            case Rejected(List<PolicyReading.Problem> problems) ->
                throw new IllegalArgumentException(
                        problems.stream().map(problem -> problem.in("policy")).collect(Collectors.joining("\n")));
        };
    }

    /** Whether a score can change a verdict at all; where none can, none need be made. */
    boolean asksScores(double least) {
        return least > 0 || suspectAbove <= 1 || sensitiveAbove <= 1 || witnessAbove > 0;
    }

    /** The least probability of being fit that an edition in this language publishes: a line with its region goes before one without. */
    double least(LanguageTag language) {
        return Stream.of(language.value(), language.language(), ALL)
                .flatMap(name -> Optional.ofNullable(editions.get(name)).stream())
                .findFirst()
                .orElseThrow();
    }

    /** How many sentences of an article may be repaired in a way. */
    int most(Remedy remedy) {
        return Objects.requireNonNullElse(repairs.get(remedy), 0);
    }
}
