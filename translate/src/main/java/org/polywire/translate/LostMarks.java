package org.polywire.translate;

import java.net.URI;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.Sentences.Range;

/**
 * Finds the place of elements whose words the engine dropped together with their mark: by a second translation with a mark on each
 * word, whose equal words are taken to be the same; for a link, failing that, by what its words look like and where they stood.
 */
final class LostMarks {
    private final MarkedPassage passage;
    private final List<List<Leaf<Mark>>> sentences;
    private final List<String> faults = new ArrayList<>();

    /**
     * @param sentences the target, one list for each sentence of the passage; is changed
     */
    LostMarks(MarkedPassage passage, List<List<Leaf<Mark>>> sentences) {
        this.passage = passage;
        this.sentences = sentences;
    }

    /** The elements that had words in the source and have none now. */
    List<Tag<Mark>> lost() {
        if (passage.unmarked()) {
            return List.of();
        }
        BitSet there = new BitSet();
        for (List<Leaf<Mark>> leaves : sentences) {
            for (Leaf<Mark> leaf : leaves) {
                leaf.tags().forEach(tag -> there.set(tag.order()));
            }
        }
        return passage.tags().stream().filter(tag -> !there.get(tag.order())).toList();
    }

    /**
     * Puts back what can be put back.
     *
     * @return what had to be guessed or is gone, in plain words
     */
    List<String> restore(Optional<Answer.Sentences> wordByWord, MarkedPassage words) {
        wordByWord
                .filter(answer -> answer.sentences().size() == sentences.size())
                .ifPresent(answer -> align(answer.sentences(), words));
        for (Tag<Mark> tag : lost()) {
            if (tag.value() instanceof Mark.Linked(var target)) {
                faults.add(what(tag, target) + (place(tag) ? " was placed by likeness" : " was lost"));
            } else {
                faults.add("emphasis was lost");
            }
        }
        return faults;
    }

    /** An element of a document in HTML is known by its words: its number says nothing to a person. */
    private String what(Tag<Mark> tag, URI target) {
        String words = span(tag).of(passage.line().text());
        return HtmlRun.isElement(target) ? "the markup of «" + words + "»" : "the link of «" + words + "» to " + target;
    }

    private Range span(Tag<Mark> tag) {
        int end = passage.line().text().length();
        return passage.line().spans().stream()
                .filter(candidate -> candidate.tag().equals(tag))
                .findFirst()
                .map(span -> new Range(span.start(), Math.min(span.end(), end)))
                .orElseThrow();
    }

    private void align(List<Sentence> answer, MarkedPassage words) {
        List<Tag<Mark>> lost = lost();
        for (int i = 0; i < sentences.size(); i++) {
            List<Leaf<Mark>> leaves = sentences.get(i);
            List<Word> others = answer.get(i).words();
            int[] match = matches(leaves, others);
            for (int j = 0; j < leaves.size(); j++) {
                if (match[j] >= 0) {
                    addTags(leaves, j, others.get(match[j]), words, lost);
                }
            }
        }
    }

    private static void addTags(List<Leaf<Mark>> leaves, int at, Word word, MarkedPassage words, List<Tag<Mark>> lost) {
        List<List<Tag<Mark>>> sources = new ArrayList<>(List.of(leaves.get(at).tags()));
        for (int mark : word.marks()) {
            List<Tag<Mark>> tags = words.tags(mark);
            if (tags.stream().anyMatch(lost::contains)) {
                sources.add(tags);
            }
        }
        leaves.set(at, leaves.get(at).withTags(Coverage.union(sources)));
    }

    /** For each word the equal word of the other translation, in order (longest common subsequence); -1 for none. */
    private static int[] matches(List<Leaf<Mark>> leaves, List<Word> others) {
        int rows = leaves.size();
        int columns = others.size();
        int[][] length = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                length[i][j] = same(leaves.get(i), others.get(j))
                        ? 1 + length[i + 1][j + 1]
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int[] match = new int[rows];
        for (int i = 0, j = 0; i < rows; i++) {
            while (j < columns && !same(leaves.get(i), others.get(j)) && length[i][j] == length[i][j + 1]) {
                j++;
            }
            match[i] = j < columns && same(leaves.get(i), others.get(j)) ? j++ : -1;
        }
        return match;
    }

    private static boolean same(Leaf<Mark> leaf, Word word) {
        return leaf.text().equals(word.text());
    }

    private boolean place(Tag<Mark> link) {
        Range span = span(link);
        String text = passage.line().text();
        for (int i = 0; i < sentences.size(); i++) {
            Range range = sentences.size() == passage.sentences().size()
                    ? passage.sentences().get(i)
                    : new Range(0, text.length());
            Range inside = new Range(Math.max(span.start(), range.start()), Math.min(span.end(), range.end()));
            if (inside.start() < inside.end()) {
                double middle = ((inside.start() + inside.end()) / 2.0 - range.start()) / (range.end() - range.start());
                return place(link, sentences.get(i), inside.of(text), middle);
            }
        }
        return false;
    }

    /** Takes the words most like the link's own, or those in the same part of the sentence, if they are in no link. */
    private static boolean place(Tag<Mark> link, List<Leaf<Mark>> leaves, String words, double middle) {
        BitSet free = new BitSet();
        for (int i = 0; i < leaves.size(); i++) {
            boolean word = Words.hasLetterOrDigit(leaves.get(i).text());
            boolean linked = leaves.get(i).tags().stream().anyMatch(Tag::link);
            free.set(i, word && !linked);
        }
        List<String> wanted =
                Words.in(words).stream().map(range -> range.of(words)).toList();
        Range best = WordMatching.best(
                wanted, middle, leaves.stream().map(Leaf::text).toList(), free);
        for (int i = best.start(); i < best.end(); i++) {
            List<Tag<Mark>> tags =
                    Coverage.union(List.of(List.of(link), leaves.get(i).tags()));
            leaves.set(i, leaves.get(i).withTags(tags));
        }
        return best.start() < best.end();
    }
}
