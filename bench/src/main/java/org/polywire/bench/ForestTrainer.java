package org.polywire.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.polywire.bench.Forest.Tree;

/**
 * Grows boosted trees, leaf by leaf, the most gain first, on features sorted into at most 64 bins (as in LightGBM: Ke et al.,
 * NeurIPS 2017). Deterministic: the same rows and settings give the same forest.
 */
final class ForestTrainer {
    private static final int BINS = 64;
    private static final int CUT_SAMPLE = 40_000;

    /**
     * @param rate by which each tree's values are shrunk
     * @param columns the share of the features that one tree may use
     * @param rows the share of the rows that one tree sees
     * @param leastWeight of the rows of a leaf (sum of the second derivatives)
     * @param ridge added to that sum: the more, the more cautious the leaves
     */
    record Settings(
            int trees,
            int leaves,
            double rate,
            double columns,
            double rows,
            double leastWeight,
            double ridge,
            long seed) {}

    private final Settings settings;
    private final float[][] cuts;
    private final byte[][] bins;
    private final float[] target;
    private final float[] weight;
    private final double[] sums;
    private final float[] gradient;
    private final float[] hessian;
    private int[] order = {};

    private ForestTrainer(float[][] rows, float[] target, float[] weight, Settings settings) {
        this.settings = settings;
        this.target = target;
        this.weight = weight;
        int features = rows[0].length;
        cuts = new float[features][];
        bins = new byte[features][rows.length];
        IntStream.range(0, features).forEach(feature -> bin(rows, feature));
        sums = new double[rows.length];
        gradient = new float[rows.length];
        hessian = new float[rows.length];
    }

    /**
     * @param target of each row, 0 to 1
     */
    static Forest train(float[][] rows, float[] target, float[] weight, Settings settings) {
        return new ForestTrainer(rows, target, weight, settings).train();
    }

    private void bin(float[][] rows, int feature) {
        int step = Math.max(1, rows.length / CUT_SAMPLE);
        float[] values = new float[(rows.length + step - 1) / step];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i * step][feature];
        }
        Arrays.sort(values);
        cuts[feature] = cuts(values);
        for (int i = 0; i < rows.length; i++) {
            int found = Arrays.binarySearch(cuts[feature], rows[i][feature]);
            bins[feature][i] = (byte) (found >= 0 ? found + 1 : -found - 1);
        }
    }

    /** Values between which the rows are parted, so that each part has about as many. */
    private static float[] cuts(float[] sorted) {
        List<Float> cuts = new ArrayList<>();
        double share = (double) sorted.length / BINS;
        double next = share;
        float before = sorted[0];
        for (int i = 1; i < sorted.length && cuts.size() < BINS - 1; i++) {
            if (sorted[i] > before && (i >= next || distinct(sorted))) {
                cuts.add((before + sorted[i]) / 2 <= before ? sorted[i] : (before + sorted[i]) / 2);
                next = i + share;
            }
            before = sorted[i];
        }
        float[] result = new float[cuts.size()];
        IntStream.range(0, result.length).forEach(i -> result[i] = cuts.get(i));
        return result;
    }

    private static boolean distinct(float[] sorted) {
        int values = 1;
        for (int i = 1; i < sorted.length && values < BINS; i++) {
            values += sorted[i] > sorted[i - 1] ? 1 : 0;
        }
        return values < BINS;
    }

    private Forest train() {
        double positive = 0;
        double whole = 0;
        for (int i = 0; i < target.length; i++) {
            positive += target[i] * weight[i];
            whole += weight[i];
        }
        double base = Math.log(positive / (whole - positive));
        Arrays.fill(sums, base);
        Random random = new Random(settings.seed());
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < settings.trees(); i++) {
            derive();
            order = IntStream.range(0, target.length)
                    .filter(row -> weight[row] > 0 && random.nextDouble() < settings.rows())
                    .toArray();
            int[] columns = IntStream.range(0, cuts.length)
                    .filter(column -> cuts[column].length > 0 && random.nextDouble() < settings.columns())
                    .toArray();
            Tree tree = grow(columns);
            trees.add(tree);
            add(tree);
        }
        return new Forest(base, trees);
    }

    private void derive() {
        for (int i = 0; i < target.length; i++) {
            double probability = 1 / (1 + Math.exp(-sums[i]));
            gradient[i] = (float) (weight[i] * (probability - target[i]));
            hessian[i] = (float) (weight[i] * Math.max(1e-6, probability * (1 - probability)));
        }
    }

    private void add(Tree tree) {
        for (int i = 0; i < sums.length; i++) {
            Tree at = tree;
            while (at instanceof Tree.Fork fork) {
                int bin = Arrays.binarySearch(cuts[fork.feature()], fork.threshold());
                at = (bins[fork.feature()][i] & 0xff) <= bin ? fork.left() : fork.right();
            }
            sums[i] += ((Tree.Leaf) at).value();
        }
    }

    /** A leaf that may still be forked: its rows in {@link #order}, and the sums of their derivatives by column and bin. */
    private final class Bud {
        private final int from;
        private final int to;
        private final double[] histogram;
        private double gradients;
        private double hessians;
        private double gain;
        private int column = -1;
        private int cut;
        private Bud[] children = {};

        Bud(int from, int to, double[] histogram) {
            this.from = from;
            this.to = to;
            this.histogram = histogram;
            for (int i = from; i < to; i++) {
                gradients += gradient[order[i]];
                hessians += hessian[order[i]];
            }
        }
    }

    private Tree grow(int[] columns) {
        Bud root = new Bud(0, order.length, histogram(0, order.length, columns));
        choose(root, columns);
        PriorityQueue<Bud> open = new PriorityQueue<>(
                java.util.Comparator.<Bud>comparingDouble(bud -> -bud.gain).thenComparingInt(bud -> bud.from));
        open.add(root);
        for (int leaves = 1; leaves < settings.leaves() && !open.isEmpty(); leaves++) {
            Bud best = open.poll();
            if (best.column < 0) {
                break;
            }
            split(best, columns);
            open.addAll(List.of(best.children));
        }
        return tree(root, columns);
    }

    private double[] histogram(int from, int to, int[] columns) {
        double[] histogram = new double[columns.length * BINS * 2];
        for (int c = 0; c < columns.length; c++) {
            byte[] column = bins[columns[c]];
            int base = c * BINS * 2;
            for (int i = from; i < to; i++) {
                int row = order[i];
                int at = base + (column[row] & 0xff) * 2;
                histogram[at] += gradient[row];
                histogram[at + 1] += hessian[row];
            }
        }
        return histogram;
    }

    private void choose(Bud bud, int[] columns) {
        double own = bud.gradients * bud.gradients / (bud.hessians + settings.ridge());
        for (int c = 0; c < columns.length; c++) {
            double left = 0;
            double leftWeight = 0;
            for (int bin = 0; bin < cuts[columns[c]].length; bin++) {
                int at = (c * BINS + bin) * 2;
                left += bud.histogram[at];
                leftWeight += bud.histogram[at + 1];
                double right = bud.gradients - left;
                double rightWeight = bud.hessians - leftWeight;
                if (leftWeight < settings.leastWeight() || rightWeight < settings.leastWeight()) {
                    continue;
                }
                double gain = left * left / (leftWeight + settings.ridge())
                        + right * right / (rightWeight + settings.ridge())
                        - own;
                if (gain > bud.gain + 1e-9) {
                    bud.gain = gain;
                    bud.column = c;
                    bud.cut = bin;
                }
            }
        }
    }

    private void split(Bud bud, int[] columns) {
        byte[] column = bins[columns[bud.column]];
        int[] right = new int[bud.to - bud.from];
        int middle = bud.from;
        int moved = 0;
        for (int i = bud.from; i < bud.to; i++) {
            if ((column[order[i]] & 0xff) <= bud.cut) {
                order[middle++] = order[i];
            } else {
                right[moved++] = order[i];
            }
        }
        System.arraycopy(right, 0, order, middle, moved);
        boolean leftIsSmall = middle - bud.from <= moved;
        double[] small = leftIsSmall ? histogram(bud.from, middle, columns) : histogram(middle, bud.to, columns);
        double[] large = new double[small.length];
        for (int i = 0; i < large.length; i++) {
            large[i] = bud.histogram[i] - small[i];
        }
        Bud left = new Bud(bud.from, middle, leftIsSmall ? small : large);
        Bud other = new Bud(middle, bud.to, leftIsSmall ? large : small);
        choose(left, columns);
        choose(other, columns);
        bud.children = new Bud[] {left, other};
    }

    private Tree tree(Bud bud, int[] columns) {
        if (bud.children.length == 0) {
            double value = -bud.gradients / (bud.hessians + settings.ridge()) * settings.rate();
            return new Tree.Leaf((float) value);
        }
        int feature = columns[bud.column];
        return new Tree.Fork(
                feature, cuts[feature][bud.cut], tree(bud.children[0], columns), tree(bud.children[1], columns));
    }
}
