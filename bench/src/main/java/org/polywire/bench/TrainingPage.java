package org.polywire.bench;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polywire.extract.Extractor;
import org.polywire.extract.Specimen;
import org.polywire.extract.Specimen.Part;

/**
 * A page that the classifier learns from.
 *
 * @param labels how much of each piece is in the truth, 0 to 1
 * @param weights what each piece counts: every page with a whole true text about the same, its pieces by their words; pieces of
 *     which nothing is known, and pages with a doubtful truth, nothing
 */
record TrainingPage(TruePage page, Specimen specimen, float[] labels, float[] weights) {
    private static final int FOLDS = 997;
    private static final int FEWEST_WORDS = 40;
    private static final int MOST_WORDS = 400;
    /** What a piece of no words counts as. */
    private static final int LEAST = 2;
    /** What a page may count at most, its true text being 1. */
    private static final double MOST = 3;

    private static final float SEGMENT = 0.08f;

    /**
     * @param share what the page counts beside others
     */
    static TrainingPage of(TruePage page, double share, Extractor extractor) {
        Specimen specimen = extractor.specimen(page.capture());
        int size = specimen.parts().size();
        if (page.suspect()) {
            return new TrainingPage(page, specimen, new float[size], new float[size]);
        }
        return page.text("body").isBlank() ? ofSegments(page, share, specimen) : ofText(page, share, specimen);
    }

    private static TrainingPage ofText(TruePage page, double share, Specimen specimen) {
        String truth = page.text("body");
        double whole = Math.max(FEWEST_WORDS, Shingles.WORDS.tokens(truth).size());
        float[] weights = new float[specimen.parts().size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int words = Shingles.WORDS.tokens(specimen.parts().get(i).text()).size();
            weights[i] = (float) ((Math.min(words, MOST_WORDS) + LEAST) / whole);
            sum += weights[i];
        }
        double factor = (sum > MOST ? MOST / sum : 1) * share;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (float) factor;
        }
        return new TrainingPage(page, specimen, Labels.of(specimen, truth), weights);
    }

    /** Where only segments are known that must be in the text or must not, the pieces that hold one of them. */
    private static TrainingPage ofSegments(TruePage page, double share, Specimen specimen) {
        int size = specimen.parts().size();
        float[] labels = new float[size];
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            String text = specimen.parts().get(i).text();
            boolean in = holds(text, page.texts("with"));
            boolean out = holds(text, page.texts("without"));
            labels[i] = in ? 1 : 0;
            weights[i] = (float) (in == out ? 0 : SEGMENT * share);
        }
        return new TrainingPage(page, specimen, labels, weights);
    }

    private static boolean holds(String text, List<String> segments) {
        return segments.stream()
                .map(segment -> segment.replaceAll("\\s+", " "))
                .anyMatch(segment -> segment.length() > 3 && text.contains(segment));
    }

    /** The text of the pieces that are kept. */
    String text(IntPredicate kept) {
        return IntStream.range(0, specimen.parts().size())
                .filter(kept)
                .mapToObj(i -> specimen.parts().get(i))
                .map(Part::text)
                .collect(Collectors.joining("\n\n"));
    }

    /** The part of the pages that this one belongs to, the same for all pages of a domain. */
    int fold(int folds) {
        String[] labels = page.host().split("\\.");
        int last = labels.length - 1;
        String domain = last < 1 ? page.host() : labels[last - 1];
        if (domain.length() <= 3 && last >= 2) {
            domain = labels[last - 2];
        }
        return Math.floorMod(domain.hashCode() * 31 + 7, FOLDS) % folds;
    }
}
