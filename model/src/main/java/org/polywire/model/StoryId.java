package org.polywire.model;

/**
 * The permanent name of a story: the name of the first article that told it.
 *
 * <p>Where two stories turn out to be one, the older name stays and the other leads to it, as its first article does.
 */
public record StoryId(ArticleId first) {

    /**
     * @throws IllegalArgumentException if the value is not that of an {@link ArticleId}
     */
    public static StoryId of(String value) {
        return new StoryId(new ArticleId(value));
    }

    public String value() {
        return first.value();
    }

    @Override
    public String toString() {
        return value();
    }
}
