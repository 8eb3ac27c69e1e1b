package org.polywire.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The measure of a body against the truth: multisets of windows of four words, each page weighing the same, as in
 * scrapinghub/article-extraction-benchmark.
 */
final class Shingles {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int WINDOW = 4;

    private double precisions;
    private double recalls;
    private int withPrediction;
    private int withTruth;
    private int exact;
    private int pages;

    /** Adds a page; gives its own F1. */
    double add(String truth, String predicted) {
        Map<List<String>, Integer> expected = count(truth);
        Map<List<String>, Integer> actual = count(predicted);
        double common = 0;
        for (Map.Entry<List<String>, Integer> entry : expected.entrySet()) {
            common += Math.min(entry.getValue(), actual.getOrDefault(entry.getKey(), 0));
        }
        int expectedSize =
                expected.values().stream().mapToInt(Integer::intValue).sum();
        int actualSize = actual.values().stream().mapToInt(Integer::intValue).sum();
        pages++;
        exact += words(truth).equals(words(predicted)) ? 1 : 0;
        double precision = actualSize > 0 ? common / actualSize : 0;
        double recall = expectedSize > 0 ? common / expectedSize : 0;
        if (actualSize > 0) {
            withPrediction++;
            precisions += precision;
        }
        if (expectedSize > 0) {
            withTruth++;
            recalls += recall;
        }
        return common == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    double precision() {
        return precisions / withPrediction;
    }

    double recall() {
        return recalls / withTruth;
    }

    /** The harmonic mean of the mean precision and the mean recall. */
    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    double accuracy() {
        return (double) exact / pages;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Map<List<String>, Integer> count(String text) {
        List<String> words = words(text);
        List<List<String>> windows = new ArrayList<>();
        for (int i = 0; i + WINDOW <= words.size(); i++) {
            windows.add(words.subList(i, i + WINDOW));
        }
        if (windows.isEmpty() && !words.isEmpty()) {
            windows.add(words);
        }
        Map<List<String>, Integer> counts = new HashMap<>();
        windows.forEach(window -> counts.merge(window, 1, Integer::sum));
        return counts;
    }
}
