package org.polywire.bench;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Spearman's rank correlation; equal values share their mean rank. */
final class Ranks {
    private Ranks() {}

    /** From -1 to 1; 0 if either list has only one value. */
    static double correlation(List<Double> one, List<Double> other) {
        double[] left = ranks(one);
        double[] right = ranks(other);
        double mean = (one.size() + 1) / 2.0;
        double product = 0;
        double leftSquares = 0;
        double rightSquares = 0;
        for (int i = 0; i < left.length; i++) {
            product += (left[i] - mean) * (right[i] - mean);
            leftSquares += (left[i] - mean) * (left[i] - mean);
            rightSquares += (right[i] - mean) * (right[i] - mean);
        }
        return leftSquares == 0 || rightSquares == 0 ? 0 : product / Math.sqrt(leftSquares * rightSquares);
    }

    private static double[] ranks(List<Double> values) {
        List<Integer> order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .toList();
        double[] ranks = new double[values.size()];
        for (int i = 0; i < order.size(); ) {
            int end = i;
            while (end < order.size() && values.get(order.get(end)).equals(values.get(order.get(i)))) {
                end++;
            }
            for (int k = i; k < end; k++) {
                ranks[order.get(k)] = (i + 1 + end) / 2.0;
            }
            i = end;
        }
        return ranks;
    }
}
