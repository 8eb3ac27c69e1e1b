package org.polywire.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The measure of a body against the truth: multisets of windows, of four words or of eight characters.
 *
 * <p>The first is the public measure of scrapinghub/article-extraction-benchmark. It makes one word of a sentence in Chinese or
 * Japanese; for those the second is reported beside it.
 */
enum Shingles {
    WORDS(4) {
        @Override
        List<String> tokens(String text) {
            return WORD.matcher(text).results().map(MatchResult::group).toList();
        }
    },
    CHARACTERS(8) {
        @Override
        List<String> tokens(String text) {
            return text.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .mapToObj(Character::toString)
                    .toList();
        }
    };

    /** Python's {@code \w+}: letters, numbers of every kind and the low line, no combining marks. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private final int window;

    Shingles(int window) {
        this.window = window;
    }

    abstract List<String> tokens(String text);

    /**
     * How one page was taken, its shares of true and false windows adding up to 1.
     *
     * @param exact whether both texts have the same words in the same order
     */
    record Score(double common, double wrong, double missed, boolean exact) {
        boolean hasPrediction() {
            return common + wrong > 0;
        }

        boolean hasTruth() {
            return common + missed > 0;
        }

        double precision() {
            return hasPrediction() ? common / (common + wrong) : 0;
        }

        double recall() {
            return hasTruth() ? common / (common + missed) : 0;
        }

        double f1() {
            return harmonic(precision(), recall());
        }
    }

    Score score(String truth, String predicted) {
        List<String> expected = tokens(truth);
        List<String> actual = tokens(predicted);
        Map<List<String>, Integer> wanted = windows(expected);
        Map<List<String>, Integer> found = windows(actual);
        double common = 0;
        for (Map.Entry<List<String>, Integer> entry : wanted.entrySet()) {
            common += Math.min(entry.getValue(), found.getOrDefault(entry.getKey(), 0));
        }
        double wrong = sum(found) - common;
        double missed = sum(wanted) - common;
        double whole = Math.max(1, common + wrong + missed);
        return new Score(common / whole, wrong / whole, missed / whole, expected.equals(actual));
    }

    private Map<List<String>, Integer> windows(List<String> tokens) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i + window <= tokens.size(); i++) {
            counts.merge(tokens.subList(i, i + window), 1, Integer::sum);
        }
        if (counts.isEmpty() && !tokens.isEmpty()) {
            counts.put(tokens, 1);
        }
        return counts;
    }

    private static double sum(Map<List<String>, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /**
     * The means over pages.
     *
     * @param f1 the harmonic mean of the two means, not the mean of the pages' F1
     */
    record Means(double precision, double recall, double f1, double accuracy) {
        static Means of(List<Score> scores) {
            double precision = scores.stream()
                    .filter(Score::hasPrediction)
                    .mapToDouble(Score::precision)
                    .average()
                    .orElse(0);
            double recall = scores.stream()
                    .filter(Score::hasTruth)
                    .mapToDouble(Score::recall)
                    .average()
                    .orElse(0);
            double exact = scores.stream()
                    .mapToDouble(score -> score.exact() ? 1 : 0)
                    .average()
                    .orElse(0);
            return new Means(precision, recall, harmonic(precision, recall), exact);
        }
    }

    /** The standard deviation of the F1 over 1,000 draws of as many pages, with replacement, from a fixed seed. */
    static double spread(List<Score> scores) {
        java.util.Random random = new java.util.Random(1);
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            List<Score> drawn = new ArrayList<>(scores.size());
            for (int j = 0; j < scores.size(); j++) {
                drawn.add(scores.get(random.nextInt(scores.size())));
            }
            values[i] = Means.of(drawn).f1();
        }
        double mean = java.util.Arrays.stream(values).average().orElse(0);
        return Math.sqrt(java.util.Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }
}
