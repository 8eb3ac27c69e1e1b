package org.polywire.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Boosted regression trees for a yes or no (logistic loss), as they are trained and written down.
 *
 * @param base the logarithm of the odds before any tree
 */
record Forest(double base, List<Tree> trees) {
    Forest {
        trees = List.copyOf(trees);
    }

    /** A leaf with its value, or a fork: less than the threshold goes left. */
    sealed interface Tree {
        record Leaf(float value) implements Tree {}

        record Fork(int feature, float threshold, Tree left, Tree right) implements Tree {}

        default float value(float[] row) {
            Tree at = this;
            while (at instanceof Fork fork) {
                at = row[fork.feature()] < fork.threshold() ? fork.left() : fork.right();
            }
            return ((Leaf) at).value();
        }
    }

    float probability(float[] row) {
        double sum = base;
        for (Tree tree : trees) {
            sum += tree.value(row);
        }
        return (float) (1 / (1 + Math.exp(-sum)));
    }

    /** The lines of the model file: the base, then each tree with its nodes, the left before the right. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "base %.5f", base));
        trees.forEach(tree -> {
            StringBuilder line = new StringBuilder();
            write(tree, line);
            lines.add(line.toString().strip());
        });
        return lines;
    }

    private static void write(Tree tree, StringBuilder line) {
        switch (tree) {
            case Tree.Leaf(float value) -> line.append(String.format(Locale.ROOT, "=%.4f ", value));
            case Tree.Fork(int feature, float threshold, Tree left, Tree right) -> {
                line.append(feature).append('<').append(threshold).append(' ');
                write(left, line);
                write(right, line);
            }
        }
    }
}
