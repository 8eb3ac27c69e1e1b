package org.polywire.story;

import java.util.List;
import org.polywire.model.ArticleId;
import org.polywire.model.Story.Likeness;
import org.polywire.model.StoryId;

/**
 * Where an article belongs.
 *
 * @param story its story: one that was there before, or a new one with its own name
 * @param likeness how it belongs to it
 * @param like the article of the story that it is most like; itself, if it is the first
 * @param merged other stories that, seen with this article, tell the same event; they are to go into {@code story}
 */
public record Placement(StoryId story, Likeness likeness, ArticleId like, List<StoryId> merged) {
    public Placement {
        merged = List.copyOf(merged);
    }

    static Placement alone(ArticleId article) {
        return new Placement(new StoryId(article), Likeness.FIRST, article, List.of());
    }

    /** Nothing new: it is where it was. */
    static Placement stays(StoryId story, ArticleId article) {
        return new Placement(story, Likeness.FIRST, article, List.of());
    }

    public boolean alone() {
        return likeness == Likeness.FIRST;
    }
}
