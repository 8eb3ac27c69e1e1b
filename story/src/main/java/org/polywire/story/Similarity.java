package org.polywire.story;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The log-odds that two texts tell the same event, from what they have in common.
 *
 * <p>A logistic regression for each pair of {@link Writing}s, fitted to human translations of news and to pairs of articles
 * from different papers about one event ({@code likeness.txt}; how it was made stands in the module's README).
 */
final class Similarity {
    /** What is measured of each kind of mark: two ways of relating what is shared to what each has, and what is shared itself. */
    private static final int MEASURES = 3;

    private static final double MOST_SHARED = 6;
    private static final Mark[] KINDS = Mark.values();

    private final Map<Situation, double[]> weights = new EnumMap<>(Situation.class);

    /** Which weights hold for a pair of texts. */
    enum Situation {
        SAME_LANGUAGE,
        LATIN,
        CAPITALS,
        ONE_SMALL,
        BOTH_SMALL,
        LETTERS;

        static Situation of(boolean sameLanguage, Writing one, Writing other) {
            if (sameLanguage) {
                return SAME_LANGUAGE;
            }
            if (one == Writing.LETTERS || other == Writing.LETTERS) {
                return LETTERS;
            }
            if (one == Writing.SMALL || other == Writing.SMALL) {
                return one == other ? BOTH_SMALL : ONE_SMALL;
            }
            return one == Writing.LATIN && other == Writing.LATIN ? LATIN : CAPITALS;
        }
    }

    Similarity() {
        Phrases.read("likeness.txt")
                .forEach((situation, numbers) -> weights.put(Situation.valueOf(situation), numbers(numbers)));
    }

    private static double[] numbers(String text) {
        List<String> words = Phrases.parted(text, " +");
        double[] numbers = words.stream().mapToDouble(Double::parseDouble).toArray();
        if (numbers.length != Mark.values().length * MEASURES + 1) {
            throw new IllegalStateException("likeness.txt: " + numbers.length + " numbers");
        }
        return numbers;
    }

    double odds(boolean sameLanguage, Probe one, Text other) {
        Writing writing = one.sketch().writing();
        double[] weight = Objects.requireNonNull(
                weights.get(Situation.of(sameLanguage, writing, other.sketch().writing())));
        double[] measures = measures(one, other);
        double odds = weight[measures.length];
        for (int i = 0; i < measures.length; i++) {
            odds += weight[i] * measures[i];
        }
        return odds;
    }

    static double[] measures(Probe one, Text other) {
        double[] measures = new double[KINDS.length * MEASURES];
        for (Mark kind : KINDS) {
            double shared = one.shared(other, kind);
            double first = one.sketch().marks(kind).length;
            double second = other.sketch().marks(kind).length;
            int at = kind.ordinal() * MEASURES;
            measures[at] = shared / Math.sqrt((first + 1) * (second + 1));
            measures[at + 1] = shared / (Math.min(first, second) + 1);
            measures[at + 2] = Math.min(shared, MOST_SHARED) / MOST_SHARED;
        }
        return measures;
    }
}
