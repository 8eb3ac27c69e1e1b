package org.polywire.bench;

import java.util.List;

/**
 * Logistic regression with weights that are not negative and a ridge, by Newton's method; a weight that is zero and would become
 * negative is left out of a step. Deterministic.
 */
final class Logistic {
    private static final int STEPS = 40;
    private static final double RIDGE = 1;
    private static final double CLOSE = 1e-6;
    private static final double FIRST_BIAS = -4;

    private final List<Sample> samples;
    private final int size;

    /**
     * @param weight for how many it stands
     */
    record Sample(double[] measures, boolean wanted, double weight) {}

    private Logistic(List<Sample> samples) {
        this.samples = samples;
        this.size = samples.getFirst().measures().length;
    }

    /** The weights of the measures, and at the end the bias. */
    static double[] fit(List<Sample> samples) {
        Logistic logistic = new Logistic(samples);
        double[] fitted = new double[logistic.size + 1];
        fitted[logistic.size] = FIRST_BIAS;
        for (int step = 0; step < STEPS && logistic.improve(fitted) > CLOSE; step++) {}
        return fitted;
    }

    static double odds(double[] fitted, double[] measures) {
        double odds = fitted[measures.length];
        for (int i = 0; i < measures.length; i++) {
            odds += fitted[i] * measures[i];
        }
        return odds;
    }

    /** One step; how far the weight went that went farthest. */
    private double improve(double[] fitted) {
        double[] step = step(fitted);
        double farthest = 0;
        for (int i = 0; i <= size; i++) {
            double next = fitted[i] - step[i];
            double allowed = i < size ? Math.max(0, next) : next;
            farthest = Math.max(farthest, Math.abs(allowed - fitted[i]));
            fitted[i] = allowed;
        }
        return farthest;
    }

    private double[] step(double[] fitted) {
        double[][] system = new double[size + 1][size + 2];
        samples.forEach(sample -> add(sample, fitted, system));
        for (int i = 0; i < size; i++) {
            system[i][i] += RIDGE;
            system[i][size + 1] += RIDGE * fitted[i];
        }
        for (int i = 0; i < size; i++) {
            if (fitted[i] <= 0 && system[i][size + 1] > 0) {
                leaveOut(i, system);
            }
        }
        return LeastSquares.solved(system);
    }

    private void add(Sample sample, double[] fitted, double[][] system) {
        double chance = 1 / (1 + Math.exp(-odds(fitted, sample.measures())));
        double wrong = sample.weight() * (chance - (sample.wanted() ? 1 : 0));
        double curve = sample.weight() * chance * (1 - chance);
        for (int i = 0; i <= size; i++) {
            double here = i < size ? sample.measures()[i] : 1;
            if (here != 0) {
                for (int j = 0; j <= size; j++) {
                    system[i][j] += curve * here * (j < size ? sample.measures()[j] : 1);
                }
                system[i][size + 1] += wrong * here;
            }
        }
    }

    private void leaveOut(int index, double[][] system) {
        for (int i = 0; i <= size; i++) {
            system[index][i] = 0;
            system[i][index] = 0;
        }
        system[index][index] = 1;
        system[index][size + 1] = 0;
    }
}
