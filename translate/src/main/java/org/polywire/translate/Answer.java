package org.polywire.translate;

import java.util.List;
import org.polywire.model.Reason;

/** What an engine made of a {@link Passage}. */
public sealed interface Answer {

    /**
     * @param sentences as many as were asked, or a single one where the engine lost their borders
     * @param faults what went wrong, in plain words
     */
    record Sentences(List<Sentence> sentences, List<String> faults) implements Answer {
        public Sentences {
            sentences = List.copyOf(sentences);
            faults = List.copyOf(faults);
        }
    }

    record Failed(Reason reason, String detail) implements Answer {}

    record Sentence(List<Word> words) {
        public Sentence {
            words = List.copyOf(words);
        }
    }

    /**
     * A word or a punctuation mark of the target.
     *
     * @param before the space between it and the word before
     * @param marks of the pieces that it comes from, best first, with 0 for unmarked text; empty if it was added, or if the engine
     *     does not tell unmarked text from what it added
     */
    record Word(String before, String text, List<Integer> marks, Evidence evidence) {
        public Word {
            marks = List.copyOf(marks);
        }
    }

    /** What the engine says about a word. */
    enum Evidence {
        GOOD,
        /** Carried as the passage asked, not translated. */
        KEPT,
        /** Not in the engine's dictionary; copied. */
        UNKNOWN,
        /** In the dictionary, but without a translation. */
        UNTRANSLATED,
        /** Translated, but not in the right form. */
        UNINFLECTED
    }
}
