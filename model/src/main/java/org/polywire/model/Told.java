package org.polywire.model;

/**
 * The story that an article belongs to, as far as an edition tells it.
 *
 * @param articles of the story that the edition shows
 */
public record Told(StoryId story, int articles) {

    /** Whether there is more to read than one article. */
    public boolean shared() {
        return articles > 1;
    }
}
