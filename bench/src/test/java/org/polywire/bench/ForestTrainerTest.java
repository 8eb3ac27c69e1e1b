package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.polywire.bench.ForestTrainer.Settings;

class ForestTrainerTest {
    private static final Settings SETTINGS = new Settings(40, 8, 0.2, 1, 0.8, 1, 1, 7);
    private static final int ROWS = 2_000;

    private final float[][] rows = new float[ROWS][3];
    private final float[] target = new float[ROWS];
    private final float[] weight = new float[ROWS];

    ForestTrainerTest() {
        Random random = new Random(3);
        for (int i = 0; i < ROWS; i++) {
            rows[i] = new float[] {random.nextFloat(), random.nextInt(2), random.nextFloat()};
            target[i] = rows[i][0] > 0.3 == rows[i][1] > 0.5 ? 1 : 0;
            weight[i] = 1;
        }
    }

    @Test
    void whatTwoFeaturesDecideTogetherIsLearnt() {
        Forest forest = ForestTrainer.train(rows, target, weight, SETTINGS);
        assertThat(forest.probability(new float[] {0.8f, 1, 0})).isGreaterThan(0.95f);
        assertThat(forest.probability(new float[] {0.8f, 0, 0})).isLessThan(0.05f);
        assertThat(forest.probability(new float[] {0.1f, 0, 0})).isGreaterThan(0.95f);
    }

    @Test
    void theSameRowsGiveTheSameForest() {
        assertThat(ForestTrainer.train(rows, target, weight, SETTINGS).lines())
                .isEqualTo(ForestTrainer.train(rows, target, weight, SETTINGS).lines());
    }

    @Test
    void rowsThatCountNothingTeachNothing() {
        Forest forest = ForestTrainer.train(rows, target, weight, SETTINGS);
        float[][] more = java.util.Arrays.copyOf(rows, ROWS + 1);
        more[ROWS] = new float[] {0.8f, 1, 0};
        float[] weights = java.util.Arrays.copyOf(weight, ROWS + 1);
        float[] targets = java.util.Arrays.copyOf(target, ROWS + 1);
        Forest other = ForestTrainer.train(more, targets, weights, SETTINGS);
        assertThat(other.base()).isEqualTo(forest.base());
    }
}
