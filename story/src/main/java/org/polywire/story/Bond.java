package org.polywire.story;

import java.util.Comparator;
import java.util.List;
import org.polywire.model.ArticleId;

/**
 * How strongly a text is bound to a story, by the story's texts that it can be compared with.
 *
 * @param strength the log-odds that it tells the same event: half of the text most like it, half of all that count
 * @param copy whether it is a copy of one of them
 * @param like the article of the one that it is most like
 */
record Bond(double strength, boolean copy, ArticleId like) {
    /** From this strength on a text joins a story; like {@link #ABROAD} chosen on development articles (decision 65). */
    static final double HOLDS = 1;

    /** What a bond without any text of the language must have more: names and numbers are shared by chance more often than words. */
    private static final double ABROAD = 1;

    /** Words of one language say more than names across languages, so where the story has texts in the text's language they alone count. */
    static Bond of(List<Likeness> likenesses) {
        Likeness best = likenesses.stream()
                .max(Comparator.comparing(Likeness::copy).thenComparingDouble(Likeness::odds))
                .orElseThrow();
        List<Likeness> own = likenesses.stream().filter(Likeness::sameLanguage).toList();
        return new Bond(own.isEmpty() ? strength(likenesses) - ABROAD : strength(own), best.copy(), best.article());
    }

    private static double strength(List<Likeness> likenesses) {
        double most = likenesses.stream().mapToDouble(Likeness::odds).max().orElseThrow();
        double mean = likenesses.stream().mapToDouble(Likeness::odds).average().orElseThrow();
        return (most + mean) / 2;
    }

    boolean holds() {
        return copy || strength >= HOLDS;
    }
}
