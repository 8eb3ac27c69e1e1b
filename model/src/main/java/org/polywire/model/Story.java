package org.polywire.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Articles from any source and in any language that tell the same event.
 *
 * @param versions at least one; in the order in which they were placed, so that the first gave the story its name
 */
public record Story(StoryId id, List<Version> versions) {

    /** How an article belongs to its story; a name never changes its meaning. */
    public enum Likeness {
        /** It was the first. */
        FIRST,
        /** It has the text of another of the same language, or most of it: a wire copy, a light edit. */
        COPY,
        /** It tells the same event in words of its own, or in another language. */
        SAME_EVENT
    }

    /**
     * One article of a story, in its original.
     *
     * @param address where the original is
     * @param headline of the original
     * @param at when it was placed
     */
    public record Version(
            ArticleId article,
            SourceId source,
            LanguageTag language,
            URI address,
            String headline,
            Likeness likeness,
            Instant at) {}

    /**
     * @throws IllegalArgumentException if there is no version
     */
    public Story {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a story that nobody tells");
        }
    }

    /** Whether more than one article tells it. */
    public boolean shared() {
        return versions.size() > 1;
    }
}
