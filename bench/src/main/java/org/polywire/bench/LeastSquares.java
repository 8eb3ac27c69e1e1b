package org.polywire.bench;

import java.util.List;

/** Linear regression with a small ridge, by Gaussian elimination. */
final class LeastSquares {
    private static final double RIDGE = 1e-3;

    private LeastSquares() {}

    /** The weights that come closest to the wanted values. */
    static double[] fit(List<double[]> rows, List<Double> wanted) {
        int size = rows.getFirst().length;
        double[][] system = new double[size][size + 1];
        for (int r = 0; r < rows.size(); r++) {
            double[] row = rows.get(r);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    system[i][j] += row[i] * row[j];
                }
                system[i][size] += row[i] * wanted.get(r);
            }
        }
        for (int i = 0; i < size; i++) {
            system[i][i] += RIDGE * rows.size();
        }
        return solved(system);
    }

    /** The unknowns of linear equations, each a row with its sum at the end. */
    static double[] solved(double[][] system) {
        int size = system.length;
        for (int i = 0; i < size; i++) {
            for (int row = 0; row < size; row++) {
                if (row != i) {
                    double factor = system[row][i] / system[i][i];
                    for (int column = i; column <= size; column++) {
                        system[row][column] -= factor * system[i][column];
                    }
                }
            }
        }
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = system[i][size] / system[i][i];
        }
        return weights;
    }
}
