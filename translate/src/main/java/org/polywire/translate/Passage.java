package org.polywire.translate;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What an engine is asked to translate in one go: the sentences of a paragraph, in order. Safe to share between threads. */
public final class Passage {
    private final List<List<Run>> sentences;
    private final Supplier<Set<String>> names;

    public Passage(List<List<Run>> sentences, Set<String> names) {
        this(sentences, () -> names);
    }

    /**
     * @param names are asked for when the engine asks for them, from any thread
     */
    Passage(List<List<Run>> sentences, Supplier<Set<String>> names) {
        this.sentences = sentences.stream().map(List::copyOf).toList();
        this.names = names;
    }

    public List<List<Run>> sentences() {
        return sentences;
    }

    /**
     * Words that must stand in the translation as often as in the text, unchanged. They are still being looked for while a text is translated, so
     * this may wait: an engine asks once it has the translation, and looks whether they are there.
     */
    public Set<String> names() {
        return names.get();
    }

    /**
     * A piece of a sentence; the pieces joined are the sentence.
     *
     * @param mark a number that the words made from this piece carry in the answer; 0 for none
     * @param fixed what must stand for it in the translation, such as an address as it is; empty if the engine translates it
     */
    public record Run(String text, int mark, String fixed) {

        /** A piece that the engine translates. */
        public static Run free(String text, int mark) {
            return new Run(text, mark, "");
        }

        public boolean kept() {
            return !fixed.isEmpty();
        }
    }

    /** A sentence as plain text. */
    public static String text(List<Run> sentence) {
        if (sentence.size() == 1) {
            return sentence.getFirst().text();
        }
        StringBuilder text = new StringBuilder();
        sentence.forEach(run -> text.append(run.text()));
        return text.toString();
    }

    /** The length of all sentences together, in UTF-16 units. */
    public int characters() {
        int characters = 0;
        for (List<Run> sentence : sentences) {
            for (Run run : sentence) {
                characters += run.text().length();
            }
        }
        return characters;
    }
}
