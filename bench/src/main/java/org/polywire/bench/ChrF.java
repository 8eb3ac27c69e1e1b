package org.polywire.bench;

import java.util.HashMap;
import java.util.Map;

/** chrF2 of a sentence beside a reference, from 0 to 100: character n-grams up to six, white space left out (Popović 2015). */
final class ChrF {
    private static final int ORDERS = 6;
    private static final double BETA_SQUARED = 4;

    private ChrF() {}

    static double of(String reference, String hypothesis) {
        String one = reference.replaceAll("\\s+", "");
        String other = hypothesis.replaceAll("\\s+", "");
        double precision = 0;
        double recall = 0;
        int orders = 0;
        for (int n = 1; n <= ORDERS && one.length() >= n && other.length() >= n; n++) {
            double common = common(grams(one, n), grams(other, n));
            precision += common / (other.length() - n + 1);
            recall += common / (one.length() - n + 1);
            orders++;
        }
        if (orders == 0 || precision + recall == 0) {
            return 0;
        }
        precision /= orders;
        recall /= orders;
        return 100 * (1 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall);
    }

    private static Map<String, Integer> grams(String text, int n) {
        Map<String, Integer> grams = new HashMap<>();
        for (int i = 0; i + n <= text.length(); i++) {
            grams.merge(text.substring(i, i + n), 1, Integer::sum);
        }
        return grams;
    }

    private static double common(Map<String, Integer> one, Map<String, Integer> other) {
        double common = 0;
        for (Map.Entry<String, Integer> gram : one.entrySet()) {
            common += Math.min(gram.getValue(), other.getOrDefault(gram.getKey(), 0));
        }
        return common;
    }
}
