package org.polywire.translate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;

/** Puts the elements of a {@link MarkedPassage} round the words of its translation. */
final class MarkedAnswer {
    /**
     * Unmarked words between two words of an element belong to it if they are no more than this: the engine added them. Where the
     * engine tells unmarked text from what it added, nothing needs to be guessed.
     */
    private static final int LONGEST_ADDITION = 2;

    private static final int UNMARKED = 0;

    private MarkedAnswer() {}

    /** The words with their elements, each link in one piece. */
    static List<Leaf<Mark>> leaves(MarkedPassage passage, Sentence sentence) {
        List<Leaf<Mark>> covered = covered(passage, sentence);
        return passage.unmarked() ? covered : LinkGroups.joined(covered);
    }

    /** The words with exactly the elements that their source words had. */
    static List<Leaf<Mark>> covered(MarkedPassage passage, Sentence sentence) {
        if (passage.unmarked()) {
            List<Leaf<Mark>> plain = new ArrayList<>(sentence.words().size());
            sentence.words().forEach(word -> plain.add(new Leaf<>(word.before(), word.text(), List.of())));
            return plain;
        }
        List<Leaf<Mark>> leaves = new ArrayList<>();
        BitSet added = new BitSet();
        for (Word word : sentence.words()) {
            added.set(leaves.size(), word.marks().isEmpty());
            leaves.add(new Leaf<>(word.before(), word.text(), tags(passage, word)));
        }
        if (sentence.words().stream().noneMatch(word -> word.marks().contains(UNMARKED))) {
            keepShort(added, leaves.size());
        }
        return Coverage.fill(leaves, added);
    }

    private static List<Tag<Mark>> tags(MarkedPassage passage, Word word) {
        List<Integer> marks = word.marks();
        return switch (marks.size()) {
            case 0 -> List.of();
            case 1 -> Coverage.union(List.of(passage.tags(marks.getFirst())));
            default ->
                Coverage.union(marks.stream().distinct().map(passage::tags).toList());
        };
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
