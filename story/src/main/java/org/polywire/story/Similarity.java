package org.polywire.story;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The log-odds that two texts tell the same event, from what they have in common.
 *
 * <p>A logistic regression for each pair of {@link Writing}s, fitted to human translations of news and to pairs of articles
 * from different papers about one event ({@code likeness.txt}; the module's README says how to make it anew).
 */
final class Similarity {
    /** What is measured of each kind of mark: two ways of relating what is shared to what each has, and what is shared itself. */
    private static final int MEASURES = 3;

    private static final double MOST_SHARED = 6;

    /** Two of three names in common may be chance, ten of fifteen are not: the fewer a text has, the less its share says. */
    private static final double FEW = 5;

    /**
     * What the odds are taken to be lower where a script has no capitals: any word may be a name there, and the texts that the weights
     * are fitted to tell one event far more often than a newsroom's do. As much as keeps the sample press apart, in all orders.
     */
    private static final double NO_CAPITALS = 2.6;

    private static final Mark[] KINDS = Mark.values();

    private final Map<Situation, double[]> weights = new EnumMap<>(Situation.class);

    /** Which weights hold for a pair of texts. */
    enum Situation {
        SAME_LANGUAGE(0),
        LATIN(0),
        CAPITALS(0),
        ONE_SMALL(NO_CAPITALS),
        BOTH_SMALL(NO_CAPITALS),
        LETTERS(NO_CAPITALS);

        private final double doubt;

        Situation(double doubt) {
            this.doubt = doubt;
        }

        static Situation of(Text one, Text other) {
            return one.language().sameLanguage(other.language())
                    ? SAME_LANGUAGE
                    : of(one.sketch().writing(), other.sketch().writing());
        }

        private static Situation of(Writing one, Writing other) {
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

    double odds(Probe one, Text other) {
        Situation situation = Situation.of(one.text(), other);
        double[] weight = Objects.requireNonNull(weights.get(situation));
        double[] measures = measures(one, other);
        double odds = weight[measures.length] - situation.doubt;
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
            measures[at + 1] = shared / (Math.min(first, second) + FEW);
            measures[at + 2] = Math.min(shared, MOST_SHARED) / MOST_SHARED;
        }
        return measures;
    }
}
