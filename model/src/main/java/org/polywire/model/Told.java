package org.polywire.model;

/**
 * The story that an article belongs to, as far as a publication tells it.
 *
 * @param articles of the story that any of its editions shows
 */
public record Told(StoryId story, int articles) {

    /** Whether there is more to read than one article. */
    public boolean shared() {
        return articles > 1;
    }
}
