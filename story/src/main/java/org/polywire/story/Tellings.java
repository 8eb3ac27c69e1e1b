package org.polywire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
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
    private final Map<String, Integer> languages = new HashMap<>();
    private final Map<Integer, Integer> articles = new HashMap<>();

    /** For each language the stories that it has texts of. */
    private final List<BitSet> told = new ArrayList<>();

    private int[] storyOf = new int[FIRST];
    private int[] sourceOf = new int[FIRST];
    private int[] languageOf = new int[FIRST];
    private int rows;
    private int numbered;

    /** The count in which each story was met last: anywhere, in the language, and at home. */
    private int[] met = new int[FIRST];

    private int[] metInLanguage = new int[FIRST];
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
            languageOf = Arrays.copyOf(languageOf, rows * 2);
        }
        int number = numbers.computeIfAbsent(story, any -> numbered++);
        if (number >= met.length) {
            met = Arrays.copyOf(met, number * 2);
            metInLanguage = Arrays.copyOf(metInLanguage, number * 2);
            metAtHome = Arrays.copyOf(metAtHome, number * 2);
        }
        storyOf[rows] = number;
        sourceOf[rows] = sources.computeIfAbsent(text.source(), any -> sources.size());
        languageOf[rows] = language(text);
        told.get(languageOf[rows]).set(number);
        if (text.original() && !again) {
            articles.merge(sourceOf[rows], 1, Integer::sum);
        }
        rows++;
    }

    private int language(Text text) {
        return languages.computeIfAbsent(text.language().language(), any -> {
            told.add(new BitSet());
            return languages.size();
        });
    }

    /** Two stories are one from now on. */
    void merge(StoryId from, StoryId into) {
        Integer former = numbers.remove(from);
        if (former != null) {
            int number = numbers.computeIfAbsent(into, any -> former);
            for (int row = 0; row < rows; row++) {
                storyOf[row] = storyOf[row] == former ? number : storyOf[row];
            }
            told.stream().filter(stories -> stories.get(former)).forEach(stories -> {
                stories.clear(former);
                stories.set(number);
            });
        }
    }

    /** How many stories there are, how many in a text's language, and about how many are told by its source. */
    Rarity.Count total(Text text) {
        Integer language = languages.get(text.language().language());
        return new Rarity.Count(
                numbers.size(),
                language == null ? 0 : told.get(language).cardinality(),
                articles.getOrDefault(sources.getOrDefault(text.source(), NONE), 0));
    }

    /**
     * How many stories, but one, are told by some rows: anywhere, in a text's language, and by its source.
     *
     * @param rowOf the row of each place below the length
     */
    Rarity.Count count(Text text, @Nullable StoryId own, int length, IntUnaryOperator rowOf) {
        int home = sources.getOrDefault(text.source(), NONE);
        int language = languages.getOrDefault(text.language().language(), NONE);
        int left = own == null ? NONE : numbers.getOrDefault(own, NONE);
        int stories = 0;
        int inLanguage = 0;
        int atHome = 0;
        count++;
        for (int place = 0; place < length; place++) {
            int row = rowOf.applyAsInt(place);
            int story = storyOf[row];
            if (story != left && met[story] != count) {
                met[story] = count;
                stories++;
            }
            if (story != left && languageOf[row] == language && metInLanguage[story] != count) {
                metInLanguage[story] = count;
                inLanguage++;
            }
            if (story != left && sourceOf[row] == home && metAtHome[story] != count) {
                metAtHome[story] = count;
                atHome++;
            }
        }
        return new Rarity.Count(stories, inLanguage, atHome);
    }
}
