package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.SourceId;
import org.polywire.model.StoryId;

/** The sample press in the window of stories: papers that write of their own town every day, and one agency's text in two of them. */
class PressStoriesTest {
    private static final List<StoryTrial> PRESS = StoriesBench.press();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void articlesOfAPaperThatShareTheirTownStayApart(long order) {
        Map<StoryId, List<StoryTrial>> stories = StoriesBench.placed(PRESS, order).entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        assertThat(stories.values())
                .filteredOn(story -> story.size() > 1)
                .singleElement()
                .satisfies(story -> assertThat(story)
                        .extracting(StoryTrial::source)
                        .containsExactlyInAnyOrder(new SourceId("el-faro"), new SourceId("diario-del-sur")))
                .satisfies(story -> assertThat(story)
                        .extracting(StoryTrial::event)
                        .containsOnly(story.getFirst().event()));
    }
}
