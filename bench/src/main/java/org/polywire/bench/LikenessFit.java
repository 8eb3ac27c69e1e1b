package org.polywire.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polywire.bench.Logistic.Sample;
import org.polywire.model.ArticleId;
import org.polywire.story.Lesson;
import org.polywire.story.Sketch;
import org.polywire.story.Text;

/**
 * Fits the weights by which two texts are found to tell the same event ({@code likeness.txt}), to the development articles of
 * NTREX-128 in languages that are drawn, the sample press, and news pages.
 */
final class LikenessFit {
    private static final int ROUNDS = 6;
    private static final int LANGUAGES = 8;
    private static final int FOLDS = 5;

    /** Of pairs of different events that have little in common one in so many is taken, and counts for all. */
    private static final int LIGHT = 20;

    /** Pairs whose measures have a lower sum have little in common. */
    private static final double LITTLE = 1.5;

    private final ParallelText text;
    private final List<Path> pages;
    private final Map<String, List<Lesson>> lessons = new TreeMap<>();

    LikenessFit(ParallelText text, List<Path> pages) {
        this.text = text;
        this.pages = List.copyOf(pages);
        IntStream.range(0, ROUNDS).forEach(this::learn);
    }

    private void learn(int round) {
        Random random = new Random(round);
        List<StoryTrial> trials =
                new ArrayList<>(new StoriesBench(text, languages(round, random), round).labelled(false));
        trials.addAll(StoriesBench.press());
        if (round % 2 == 1) {
            trials.addAll(StoryPages.of(pages, round));
        }
        Collections.shuffle(trials, random);
        Map<ArticleId, Integer> events = new HashMap<>();
        trials.forEach(trial -> events.put(trial.id(), trial.event()));
        List<Text> texts = trials.stream().map(LikenessFit::text).toList();
        Lesson.of(texts, one -> events.getOrDefault(one.article(), -1)).stream()
                .filter(lesson -> lesson.same() || !isLight(lesson) || random.nextInt(LIGHT) == 0)
                .forEach(lesson -> lessons.computeIfAbsent(lesson.situation(), any -> new ArrayList<>())
                        .add(lesson));
    }

    /** Every third time the languages that the bench places. */
    private static List<String> languages(int round, Random random) {
        if (round % 3 == 0) {
            return StoriesBench.LANGUAGES;
        }
        List<String> all = new ArrayList<>(ParallelText.languages());
        Collections.shuffle(all, random);
        return all.subList(0, LANGUAGES);
    }

    private static Text text(StoryTrial trial) {
        Sketch sketch = Sketch.of(trial.article());
        return new Text(trial.id(), trial.source(), trial.article().language(), true, Instant.EPOCH, sketch);
    }

    private static boolean isLight(Lesson lesson) {
        double sum = 0;
        for (double measure : lesson.measures()) {
            sum += measure;
        }
        return sum < LITTLE;
    }

    /** The lines of {@code likeness.txt}; says of each how well it does on events that it has not seen. */
    List<String> lines(PrintWriter words) {
        List<String> lines = new ArrayList<>();
        lessons.forEach((situation, some) -> {
            words.println(situation + ": " + some.size() + " pairs, F1 on unseen events " + unseen(some));
            words.flush();
            lines.add(Arrays.stream(fitted(some))
                    .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                    .collect(Collectors.joining(" ", situation + ": ", "")));
        });
        return lines;
    }

    private static double[] fitted(List<Lesson> lessons) {
        return Logistic.fit(lessons.stream()
                .map(lesson -> new Sample(lesson.measures(), lesson.same(), weight(lesson)))
                .toList());
    }

    private static double weight(Lesson lesson) {
        return lesson.same() || !isLight(lesson) ? 1 : LIGHT;
    }

    private static String unseen(List<Lesson> lessons) {
        return IntStream.range(0, FOLDS)
                .mapToObj(fold -> String.format(Locale.ROOT, "%.3f", unseen(lessons, fold)))
                .collect(Collectors.joining(" "));
    }

    /** Of the pairs in which the later text tells an event of the fold, by weights fitted to pairs without any such event. */
    private static double unseen(List<Lesson> lessons, int fold) {
        double[] fitted = fitted(lessons.stream()
                .filter(lesson -> !isIn(lesson.event(), fold) && !isIn(lesson.other(), fold))
                .toList());
        double wanted = 0;
        double found = 0;
        double both = 0;
        for (Lesson lesson : lessons) {
            if (isIn(lesson.event(), fold)) {
                boolean joined = Logistic.odds(fitted, lesson.measures()) > 0;
                wanted += lesson.same() ? 1 : 0;
                found += joined ? weight(lesson) : 0;
                both += joined && lesson.same() ? 1 : 0;
            }
        }
        return wanted + found == 0 ? 1 : 2 * both / (wanted + found);
    }

    private static boolean isIn(int event, int fold) {
        return event * 7919L % FOLDS == fold;
    }
}
