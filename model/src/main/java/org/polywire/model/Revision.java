package org.polywire.model;

import java.util.List;

/**
 * How a text of an article differs from the one before it.
 *
 * @param changes what readers can see of it, in reading order, in the language of the text
 * @param note the words with which the source itself says that it corrected or withdrew something, in the language of the text;
 *     empty if it does not
 */
public record Revision(Kind kind, List<Change> changes, String note) {

    /** What a change means to readers, the least first; a name never changes its meaning. */
    public enum Kind {
        /** Nothing that a reader would call another text: typing errors, punctuation, markup, pictures. */
        COSMETIC,
        /** The story went on: something was added, or much was written anew. */
        UPDATE,
        /** Something that was said is now said otherwise, or the source says that it corrected something. */
        CORRECTION,
        /** The source takes back the article. */
        RETRACTION,
        /** The source says what it said before; a person corrected what the edition made of it. */
        RETRANSLATION
    }

    /**
     * One sentence or run of sentences.
     *
     * @param place where it stands now, or stood
     * @param before what it said; empty if it is new
     * @param after what it says; empty if it is gone
     */
    public record Change(Place place, String before, String after) {}

    public Revision {
        changes = List.copyOf(changes);
    }

    /** Whether readers are told of it. */
    public boolean visible() {
        return kind != Kind.COSMETIC;
    }
}
