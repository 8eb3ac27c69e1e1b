package org.polywire.translate;

import java.util.List;
import java.util.Set;

/** A machine that translates text between pairs of languages. Safe to share between threads. */
public interface Engine extends AutoCloseable {
    /** As shown to readers, such as {@code Apertium}. */
    String name();

    /** The pairs that are installed, with what is known of them by now. */
    List<EnginePair> pairs();

    /**
     * Makes a pair ready for work: tests it with real text unless that was done before.
     *
     * @return the pair with the outcome of its test
     */
    EnginePair prepare(EnginePair pair);

    /** The names in a text that must come out as they are, such as a person's; empty if the engine cannot tell. */
    Set<String> names(EnginePair pair, String text);

    Answer translate(EnginePair pair, Passage passage);

    /** Ends what runs in the background; the engine is of no use afterwards. */
    @Override
    void close();
}
