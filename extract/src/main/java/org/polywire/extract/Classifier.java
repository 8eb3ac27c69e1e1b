package org.polywire.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The trained classifier of pieces: boosted trees, read from {@code body.forest}, which {@code ./polywire bench
 * train-extraction} writes.
 *
 * <p>The file: comments ({@code #}), the names of the features in one line, {@code base} with the logarithm of the odds, then
 * one tree a line, its nodes from the root on, the left before the right: {@code 12<0.5} is a fork at feature 12, {@code =0.3} a
 * leaf. Immutable.
 */
final class Classifier {
    private static final String FILE = "body.forest";
    private static final int LEAF = -1;
    private static final int VALUE = 1;
    private static final int RIGHT = 2;
    private static final int NODE = 3;

    private final double base;
    private final int[] roots;
    /** Each node's feature, the bits of its value, and the place of its right branch: what is read together stands together. */
    private final int[] nodes;

    /**
     * Reads the lines of a file.
     *
     * @throws IllegalStateException if they do not fit the features of this version
     */
    Classifier(List<String> lines) {
        List<String> read = lines.stream().filter(line -> !line.startsWith("#")).toList();
        int[] places = places(read.getFirst().split(" "));
        base = Double.parseDouble(read.get(1).substring("base ".length()));
        List<String> trees = read.subList(2, read.size());
        nodes = new int
                [NODE
                        * trees.stream()
                                .mapToInt(tree -> new StringTokenizer(tree).countTokens())
                                .sum()];
        roots = new int[trees.size()];
        int at = 0;
        for (int i = 0; i < roots.length; i++) {
            roots[i] = at;
            at = node(new StringTokenizer(trees.get(i)), at, places);
        }
    }

    private static int[] places(String[] names) {
        List<String> known = Features.names();
        return Arrays.stream(names)
                .skip(1)
                .mapToInt(name -> {
                    int place = known.indexOf(name);
                    if (place < 0) {
                        throw new IllegalStateException(FILE + " knows a feature that there is not: " + name
                                + ". Train it anew: ./polywire bench train-extraction --help");
                    }
                    return place;
                })
                .toArray();
    }

    /** Reads one node and what is below it; gives the place of the next. */
    private int node(StringTokenizer tokens, int at, int[] places) {
        String token = tokens.nextToken();
        int fork = token.indexOf('<');
        if (fork < 0) {
            nodes[at] = LEAF;
            nodes[at + VALUE] = Float.floatToIntBits(Float.parseFloat(token.substring(1)));
            return at + NODE;
        }
        nodes[at] = places[Integer.parseInt(token.substring(0, fork))];
        nodes[at + VALUE] = Float.floatToIntBits(Float.parseFloat(token.substring(fork + 1)));
        nodes[at + RIGHT] = node(tokens, at + NODE, places);
        return node(tokens, nodes[at + RIGHT], places);
    }

    private float value(int at) {
        return Float.intBitsToFloat(nodes[at + VALUE]);
    }

    static Classifier load() {
        try (InputStream file = Classifier.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no " + FILE);
            }
            return new Classifier(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How likely pieces with these rows of features are part of the story; each tree is asked of all rows while it is at hand. */
    float[] probabilities(float[][] rows) {
        double[] sums = new double[rows.length];
        Arrays.fill(sums, base);
        for (int root : roots) {
            for (int i = 0; i < rows.length; i++) {
                sums[i] += leaf(root, rows[i]);
            }
        }
        float[] probabilities = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-sums[i])));
        }
        return probabilities;
    }

    private float leaf(int root, float[] row) {
        int at = root;
        int feature = nodes[at];
        while (feature != LEAF) {
            at = row[feature] < value(at) ? at + NODE : nodes[at + RIGHT];
            feature = nodes[at];
        }
        return value(at);
    }
}
