package org.polywire.translate;

import java.util.List;

/**
 * A word of the target with the inline elements round it.
 *
 * @param before the space before it; part of those elements that also hold the word before
 * @param text empty if the innermost element is one without words, such as a line break
 * @param tags from the outside in
 */
record Leaf<T>(String before, String text, List<Tag<T>> tags) {
    Leaf {
        tags = List.copyOf(tags);
    }

    Leaf<T> withBefore(String space) {
        return new Leaf<>(space, text, tags);
    }

    /** Itself if it is so: most are. */
    Leaf<T> with(String space, String words) {
        return space.equals(before) && words.equals(text) ? this : new Leaf<>(space, words, tags);
    }

    Leaf<T> withText(String words) {
        return new Leaf<>(before, words, tags);
    }

    Leaf<T> withTags(List<Tag<T>> round) {
        return new Leaf<>(before, text, round);
    }
}
