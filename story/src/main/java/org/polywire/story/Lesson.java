package org.polywire.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.polywire.model.StoryId;

/**
 * Two texts of which it is known whether they tell the same event, measured as a {@link Window} would measure them: what the
 * weights of {@code likeness.txt} are fitted to.
 *
 * @param situation the line of {@code likeness.txt} that holds for the two
 * @param measures of what they have in common
 * @param event that the later one tells
 * @param other the event that the earlier one tells
 */
public record Lesson(String situation, double[] measures, int event, int other) {
    /** Each text beside those that came before it and are no copies of it, as those are found by their words. */
    public static List<Lesson> of(List<Text> texts, ToIntFunction<Text> event) {
        Index index = new Index();
        Map<Integer, StoryId> stories = new HashMap<>();
        List<Text> before = new ArrayList<>();
        List<Lesson> lessons = new ArrayList<>();
        for (Text text : texts) {
            Probe probe = index.probe(text, null);
            int told = event.applyAsInt(text);
            before.stream()
                    .filter(other -> !isCopy(text, other))
                    .forEach(other -> lessons.add(of(probe, text, other, told, event.applyAsInt(other))));
            index.add(text, stories.computeIfAbsent(told, any -> new StoryId(text.article())));
            before.add(text);
        }
        return lessons;
    }

    private static boolean isCopy(Text one, Text other) {
        return one.language().sameLanguage(other.language()) && Copies.isCopy(one.sketch(), other.sketch());
    }

    private static Lesson of(Probe probe, Text one, Text other, int event, int otherEvent) {
        Similarity.Situation situation = Similarity.Situation.of(one, other);
        return new Lesson(situation.name(), Similarity.measures(probe, other), event, otherEvent);
    }

    public boolean same() {
        return event == other;
    }
}
