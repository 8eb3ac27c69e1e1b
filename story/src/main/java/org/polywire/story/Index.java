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
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;

/** Texts by the marks and bands of their sketches. Not safe to share between threads. */
final class Index {
    /** Marks by which texts are found; the others only count where found texts are compared. */
    private static final List<Mark> LEADING = List.of(Mark.NAME, Mark.SOUND, Mark.NUMBER);

    /** A mark that more texts have leads to none of them. */
    private static final int COMMON = 1_000;

    /** As if so many articles had been seen before the first: not everything is rare in a young window. */
    private static final double BACKGROUND = 1_000;

    /** A fourth of the rows may be left of texts that are gone, and some more where there are few. */
    private static final int SPARE = 1_000;

    /** So that what was touched by a mark without weight shows. */
    private static final double TOUCHED = 1e-9;

    private final List<@Nullable Text> rows = new ArrayList<>();
    private final Map<Key, Integer> places = new HashMap<>();
    private final Postings postings = new Postings();
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

    void add(Text text) {
        int row = rows.size();
        Integer before = places.put(new Key(text.article(), text.language()), row);
        if (before != null) {
            rows.set(before, null);
        }
        rows.add(text);
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
    Index since(Instant oldest) {
        Index young = new Index();
        rows.stream()
                .filter(Objects::nonNull)
                .filter(text -> !isGone(text, oldest))
                .forEach(young::add);
        return young;
    }

    /** From 0, for what every article has, to 1: how much of a surprise a mark is. */
    double weight(Mark kind, int mark) {
        double all = size() + BACKGROUND;
        double weight = Math.log(all / (postings.count(mark) + kind.expected())) / Math.log(all / Mark.RAREST);
        return Math.max(0, weight);
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
