package org.polywire.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.StoryId;

/** Texts by the marks and bands of their sketches. Not safe to share between threads. */
final class Index {
    /** Marks by which texts are found; the others only count where found texts are compared. */
    private static final List<Mark> LEADING = List.of(Mark.NAME, Mark.SOUND, Mark.NUMBER);

    /** A mark that more texts have leads to none of them. */
    private static final int COMMON = 1_000;

    /** A fourth of the rows may be left of texts that are gone, and some more where there are few. */
    private static final int SPARE = 1_000;

    /** So that what was touched by a mark without weight shows. */
    private static final double TOUCHED = 1e-9;

    private final List<@Nullable Text> rows = new ArrayList<>();
    private final Map<Key, Integer> places = new HashMap<>();
    private final Postings postings = new Postings();
    private final Tellings tellings = new Tellings();
    private int old;

    /** Working memory of a search, kept from one to the next. */
    private double[] touchedWeight = new double[SPARE];

    private int[] touched = new int[SPARE];
    private int touchedRows;

    private record Key(ArticleId article, LanguageTag language) {}

    private record Found(int row, double weight) {}

    int size() {
        return places.size();
    }

    Set<ArticleId> articles() {
        Set<ArticleId> articles = new HashSet<>();
        places.keySet().forEach(key -> articles.add(key.article()));
        return articles;
    }

    /** Takes in a text of a story; it stands in the place of the one that the article had in the language. */
    void add(Text text, StoryId story) {
        int row = rows.size();
        Integer before = places.put(new Key(text.article(), text.language()), row);
        if (before != null) {
            rows.set(before, null);
        }
        rows.add(text);
        tellings.add(text, story, before != null);
        if (rows.size() > touchedWeight.length) {
            touchedWeight = Arrays.copyOf(touchedWeight, touchedWeight.length * 2);
        }
        for (Mark kind : Mark.values()) {
            for (int mark : text.sketch().marks(kind)) {
                postings.add(mark, row);
            }
        }
        for (int band = 0; band < MinHash.BANDS; band++) {
            postings.add(text.sketch().groups().band(band), row);
        }
    }

    /** Whether much of it is too old or was replaced, so that it is worth making anew. */
    boolean outgrown(Instant oldest) {
        while (old < rows.size() && isGone(rows.get(old), oldest)) {
            old++;
        }
        int gone = rows.size() - places.size();
        return Math.max(old, gone) > rows.size() / 4 + SPARE;
    }

    private static boolean isGone(@Nullable Text text, Instant oldest) {
        return text == null || text.at().isBefore(oldest);
    }

    /** One with the texts that are not older, in the same order. */
    Index since(Instant oldest, Function<ArticleId, StoryId> stories) {
        Index young = new Index();
        rows.stream()
                .filter(Objects::nonNull)
                .filter(text -> !isGone(text, oldest))
                .forEach(text -> young.add(text, stories.apply(text.article())));
        return young;
    }

    /** Counts two stories as one. */
    void merge(StoryId from, StoryId into) {
        tellings.merge(from, into);
    }

    /**
     * A text to be compared, with what its marks weigh now.
     *
     * @param own the story that it is in already, which is not counted
     */
    Probe probe(Text text, @Nullable StoryId own) {
        Rarity.Count total = tellings.total(text);
        Rarity[][] rarities = Arrays.stream(Mark.values())
                .map(kind -> Arrays.stream(text.sketch().marks(kind))
                        .mapToObj(mark -> Rarity.of(kind, count(mark, total, text, own), total))
                        .toArray(Rarity[]::new))
                .toArray(Rarity[][]::new);
        return new Probe(text, rarities);
    }

    /** A mark that leads nowhere, as so many texts have it, stands in as large a share of stories as of texts, all of them in the language. */
    private Rarity.Count count(int mark, Rarity.Count total, Text text, @Nullable StoryId own) {
        int texts = postings.count(mark);
        if (texts > COMMON) {
            double share = (double) texts / rows.size();
            double stories = share * total.all();
            return new Rarity.Count(stories, Math.min(stories, total.language()), share * total.home());
        }
        return tellings.count(text, own, texts, place -> postings.text(mark, place));
    }

    /** The texts that share most of what is rare, in falling order of it, the newest first among equals. */
    List<Text> nearest(Probe probe, int most) {
        for (Mark kind : LEADING) {
            int[] marks = probe.sketch().marks(kind);
            for (int i = 0; i < marks.length; i++) {
                touch(marks[i], probe.weights(kind)[i]);
            }
        }
        for (int band = 0; band < MinHash.BANDS; band++) {
            touch(probe.sketch().groups().band(band), 1);
        }
        return heaviest(most);
    }

    private void touch(int mark, double weight) {
        int count = postings.count(mark);
        for (int i = 0; i < count && count <= COMMON; i++) {
            int row = postings.text(mark, i);
            if (touchedWeight[row] == 0) {
                if (touchedRows == touched.length) {
                    touched = Arrays.copyOf(touched, touched.length * 2);
                }
                touched[touchedRows++] = row;
            }
            touchedWeight[row] += weight + TOUCHED;
        }
    }

    /** What was touched is forgotten by it. */
    private List<Text> heaviest(int most) {
        Comparator<Found> order = Comparator.comparingDouble(Found::weight).thenComparingInt(Found::row);
        PriorityQueue<Found> best = new PriorityQueue<>(order);
        for (int i = 0; i < touchedRows; i++) {
            int row = touched[i];
            double weight = touchedWeight[row];
            touchedWeight[row] = 0;
            boolean better = best.size() < most
                    || weight >= Objects.requireNonNull(best.peek()).weight();
            if (better && rows.get(row) != null) {
                best.add(new Found(row, weight));
                if (best.size() > most) {
                    best.remove();
                }
            }
        }
        touchedRows = 0;
        return best.stream()
                .sorted(order.reversed())
                .map(found -> Objects.requireNonNull(rows.get(found.row())))
                .toList();
    }
}
