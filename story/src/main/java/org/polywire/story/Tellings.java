package org.polywire.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.polywire.model.SourceId;
import org.polywire.model.StoryId;

/**
 * Which story each row of an {@link Index} tells, and from which source, so that stories can be counted where texts would mislead: an
 * event that is told forty times is one event. Not safe to share between threads.
 */
final class Tellings {
    private static final int FIRST = 1_000;
    private static final int NONE = -1;

    private final Map<StoryId, Integer> numbers = new HashMap<>();
    private final Map<SourceId, Integer> sources = new HashMap<>();
    private final Map<Integer, Integer> articles = new HashMap<>();
    private int[] storyOf = new int[FIRST];
    private int[] sourceOf = new int[FIRST];
    private int rows;
    private int numbered;

    /** The count in which each story was met last, anywhere and at home. */
    private int[] met = new int[FIRST];

    private int[] metAtHome = new int[FIRST];
    private int count;

    /**
     * A further row.
     *
     * @param again whether the article has a row in the language already, so that its source tells no more than before
     */
    void add(Text text, StoryId story, boolean again) {
        if (rows == storyOf.length) {
            storyOf = Arrays.copyOf(storyOf, rows * 2);
            sourceOf = Arrays.copyOf(sourceOf, rows * 2);
        }
        int number = numbers.computeIfAbsent(story, any -> numbered++);
        if (number >= met.length) {
            met = Arrays.copyOf(met, number * 2);
            metAtHome = Arrays.copyOf(metAtHome, number * 2);
        }
        storyOf[rows] = number;
        sourceOf[rows] = sources.computeIfAbsent(text.source(), any -> sources.size());
        if (text.original() && !again) {
            articles.merge(sourceOf[rows], 1, Integer::sum);
        }
        rows++;
    }

    /** Two stories are one from now on. */
    void merge(StoryId from, StoryId into) {
        Integer former = numbers.remove(from);
        if (former != null) {
            int number = numbers.computeIfAbsent(into, any -> former);
            for (int row = 0; row < rows; row++) {
                storyOf[row] = storyOf[row] == former ? number : storyOf[row];
            }
        }
    }

    /** How many stories there are, and about how many are told by a source. */
    Rarity.Count total(SourceId source) {
        return new Rarity.Count(numbers.size(), articles.getOrDefault(sources.getOrDefault(source, NONE), 0));
    }

    /**
     * How many stories, but one, are told by some rows.
     *
     * @param rowOf the row of each place below the length
     */
    Rarity.Count count(SourceId source, @Nullable StoryId own, int length, IntUnaryOperator rowOf) {
        int home = sources.getOrDefault(source, NONE);
        int left = own == null ? NONE : numbers.getOrDefault(own, NONE);
        int stories = 0;
        int atHome = 0;
        count++;
        for (int place = 0; place < length; place++) {
            int row = rowOf.applyAsInt(place);
            int story = storyOf[row];
            if (story != left && met[story] != count) {
                met[story] = count;
                stories++;
            }
            if (story != left && sourceOf[row] == home && metAtHome[story] != count) {
                metAtHome[story] = count;
                atHome++;
            }
        }
        return new Rarity.Count(stories, atHome);
    }
}
