package org.polywire.translate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;

/** Puts the elements of a {@link MarkedPassage} round the words of its translation. */
final class MarkedAnswer {
    /** Unmarked words between two words of an element belong to it if they are no more than this: the engine added them. */
    private static final int LONGEST_ADDITION = 2;

    private MarkedAnswer() {}

    static List<Leaf<Mark>> leaves(MarkedPassage passage, Sentence sentence) {
        List<Leaf<Mark>> leaves = new ArrayList<>();
        BitSet added = new BitSet();
        for (Word word : sentence.words()) {
            List<List<Tag<Mark>>> sources =
                    word.marks().stream().distinct().map(passage::tags).toList();
            added.set(leaves.size(), word.marks().isEmpty());
            leaves.add(new Leaf<>(word.before(), word.text(), Coverage.union(sources)));
        }
        keepShort(added, leaves.size());
        return LinkGroups.joined(Coverage.fill(leaves, added));
    }

    private static void keepShort(BitSet added, int size) {
        for (int start = added.nextSetBit(0); start >= 0; ) {
            int end = Math.min(added.nextClearBit(start), size);
            if (end - start > LONGEST_ADDITION) {
                added.clear(start, end);
            }
            start = added.nextSetBit(end);
        }
    }
}
