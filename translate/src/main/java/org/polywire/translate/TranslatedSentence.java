package org.polywire.translate;

import java.util.BitSet;
import java.util.List;

/**
 * A sentence in another language, with the elements round its words.
 *
 * @param source the sentence, or the sentences, that it stands for
 * @param leaves its words
 * @param kept the places of those words that no engine may touch
 * @param unknown words that the engine did not know and copied
 * @param faults what went wrong, in plain words
 */
record TranslatedSentence(
        Sentences.Range source, List<Leaf<Mark>> leaves, BitSet kept, List<String> unknown, List<String> faults) {
    TranslatedSentence {
        leaves = List.copyOf(leaves);
        unknown = List.copyOf(unknown);
        faults = List.copyOf(faults);
    }

    String text() {
        StringBuilder text = new StringBuilder(length());
        for (Leaf<Mark> leaf : leaves) {
            text.append(leaf.before()).append(leaf.text());
        }
        return text.toString();
    }

    private int length() {
        int length = 0;
        for (Leaf<Mark> leaf : leaves) {
            length += leaf.before().length() + leaf.text().length();
        }
        return length;
    }
}
