package org.polywire.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.polywire.bench.ForestTrainer.Settings;
import org.polywire.bench.Shingles.Score;
import org.polywire.extract.Specimen.Part;

/** Trains the classifier of pieces, and tells how well it does on pages of domains that it has not seen. */
final class CrossValidation {
    private static final int FOLDS = 4;
    /** Pieces of no true text that count less are drawn by lot, and those that are drawn count this. */
    private static final float LIGHT = 0.01f;

    private static final float SCALE = 50;

    private final List<TrainingPage> pages;
    private final Settings settings;

    CrossValidation(List<TrainingPage> pages, Settings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    /** The probabilities of the pieces of each page, by a forest that was trained on other domains. */
    Map<TrainingPage, float[]> unseen(Runnable afterEach) {
        Map<TrainingPage, float[]> result = new IdentityHashMap<>();
        for (int i = 0; i < FOLDS; i++) {
            int fold = i;
            Forest forest = train(
                    pages.stream().filter(page -> page.fold(FOLDS) != fold).toList());
            pages.stream()
                    .filter(page -> page.fold(FOLDS) == fold)
                    .forEach(page -> result.put(page, probabilities(page, forest)));
            afterEach.run();
        }
        return result;
    }

    static int folds() {
        return FOLDS;
    }

    Forest trainOnAll() {
        return train(pages);
    }

    private static float[] probabilities(TrainingPage page, Forest forest) {
        List<Part> parts = page.specimen().parts();
        float[] result = new float[parts.size()];
        IntStream.range(0, result.length)
                .forEach(i -> result[i] = forest.probability(parts.get(i).features()));
        return result;
    }

    private Forest train(List<TrainingPage> some) {
        List<float[]> rows = new ArrayList<>();
        List<float[]> truths = new ArrayList<>();
        Random random = new Random(settings.seed());
        for (TrainingPage page : some) {
            for (int i = 0; i < page.weights().length; i++) {
                float weight = page.weights()[i];
                float label = page.labels()[i];
                float chance = label < LIGHT ? Math.min(1, weight / LIGHT) : 1;
                if (weight > 0 && random.nextFloat() <= chance) {
                    rows.add(page.specimen().parts().get(i).features());
                    truths.add(new float[] {label, weight / chance * SCALE});
                }
            }
        }
        float[] target = new float[truths.size()];
        float[] weight = new float[truths.size()];
        for (int i = 0; i < target.length; i++) {
            target[i] = truths.get(i)[0];
            weight[i] = truths.get(i)[1];
        }
        return ForestTrainer.train(rows.toArray(float[][]::new), target, weight, settings);
    }

    /** The scores of the pages with a true text that is not doubtful. */
    List<Score> scores(String folder, BiPredicate<TrainingPage, Integer> kept) {
        return pages.stream()
                .filter(page -> page.page().folder().endsWith(folder))
                .filter(page ->
                        !page.page().suspect() && !page.page().text("body").isBlank())
                .map(page -> Shingles.WORDS.score(page.page().text("body"), page.text(i -> kept.test(page, i))))
                .toList();
    }

    /** How often each feature is asked, the most asked first. */
    static List<String> asked(Forest forest, List<String> names) {
        int[] counts = new int[names.size()];
        forest.trees().forEach(tree -> count(tree, counts));
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                .limit(20)
                .map(i -> names.get(i) + " " + counts[i])
                .toList();
    }

    private static void count(Forest.Tree tree, int[] counts) {
        if (tree instanceof Forest.Tree.Fork fork) {
            counts[fork.feature()]++;
            count(fork.left(), counts);
            count(fork.right(), counts);
        }
    }

    @Override
    public String toString() {
        return "CrossValidation" + Arrays.asList(pages.size(), settings);
    }
}
