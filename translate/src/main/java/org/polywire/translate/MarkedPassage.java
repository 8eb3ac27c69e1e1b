package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.polywire.translate.MarkedLine.SourceWord;
import org.polywire.translate.Passage.Run;
import org.polywire.translate.Sentences.Range;

/**
 * Some sentences of a line as a {@link Passage}, with what its marks stand for. Neighbouring words with the same elements round
 * them share a mark, so that the engine sees units of several words; only whole words are marked.
 */
final class MarkedPassage {
    private final MarkedLine line;
    private final List<Range> sentences;
    private final boolean markEveryWord;
    /** Whether each sentence is sent as it is, as most are. */
    private final boolean plain;

    private final List<List<SourceWord>> groups = new ArrayList<>();
    private final List<SourceWord> words;
    private final Passage passage;

    private MarkedPassage(
            MarkedLine line,
            List<SourceWord> words,
            List<Range> sentences,
            Supplier<Set<String>> names,
            boolean markEveryWord) {
        this.line = line;
        this.words = words;
        this.sentences = sentences;
        this.markEveryWord = markEveryWord;
        this.plain = words.stream().noneMatch(word -> marked(word) || word.kept());
        this.passage = new Passage(sentences.stream().map(this::runs).toList(), names);
    }

    /**
     * For the translation itself.
     *
     * @param words those of the whole line
     * @param sentences some of the line's, in order; not empty
     * @param names as {@link Passage#names} has them
     */
    static MarkedPassage of(
            MarkedLine line, List<SourceWord> words, List<Range> sentences, Supplier<Set<String>> names) {
        int start = sentences.getFirst().start();
        int end = sentences.getLast().end();
        int first = firstEndingAfter(words, start);
        int next = first;
        while (next < words.size() && words.get(next).start() < end) {
            next++;
        }
        return new MarkedPassage(line, words.subList(first, next), sentences, names, false);
    }

    private static int firstEndingAfter(List<SourceWord> words, int position) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** With a mark for each word; that tells where each went, but the translation is worse. */
    MarkedPassage wordByWord() {
        List<SourceWord> single =
                words.stream().flatMap(word -> single(word, line.text())).toList();
        return new MarkedPassage(line, single, sentences, passage::names, true);
    }

    private static Stream<SourceWord> single(SourceWord word, String text) {
        return word.kept() || !word.tags().isEmpty()
                ? Stream.of(word)
                : Words.in(text, word.start(), word.end()).stream()
                        .map(range -> new SourceWord(range.start(), range.end(), "", word.tags()));
    }

    Passage passage() {
        return passage;
    }

    MarkedLine line() {
        return line;
    }

    List<Range> sentences() {
        return sentences;
    }

    /** Whether no word of it has an element round it. */
    boolean unmarked() {
        return groups.isEmpty();
    }

    /** The elements round the words of a mark. */
    List<Tag<Mark>> tags(int mark) {
        return mark > 0 && mark <= groups.size()
                ? groups.get(mark - 1).getFirst().tags()
                : List.of();
    }

    /** Every element that holds at least one word. */
    List<Tag<Mark>> tags() {
        return groups.stream()
                .flatMap(group -> group.getFirst().tags().stream())
                .distinct()
                .toList();
    }

    private List<Run> runs(Range sentence) {
        List<Run> runs = new ArrayList<>();
        if (plain) {
            add(sentence.start(), sentence.end(), 0, "", runs);
            return runs;
        }
        int at = sentence.start();
        for (List<SourceWord> group : groups(sentence)) {
            int start = Math.max(group.getFirst().start(), sentence.start());
            int end = Math.min(group.getLast().end(), sentence.end());
            boolean marked = marked(group.getFirst());
            if (marked || group.getFirst().kept()) {
                add(at, start, 0, "", runs);
                if (marked) {
                    groups.add(group);
                }
                add(start, end, marked ? groups.size() : 0, group.getFirst().fixed(), runs);
                at = end;
            }
        }
        add(at, sentence.end(), 0, "", runs);
        return runs;
    }

    private boolean marked(SourceWord word) {
        return !word.tags().isEmpty() || markEveryWord && !word.kept();
    }

    private List<List<SourceWord>> groups(Range sentence) {
        List<List<SourceWord>> found = new ArrayList<>();
        for (SourceWord word : words) {
            if (word.start() >= sentence.end() || word.end() <= sentence.start()) {
                continue;
            }
            if (!found.isEmpty() && together(found.getLast().getLast(), word)) {
                found.getLast().add(word);
            } else {
                found.add(new ArrayList<>(List.of(word)));
            }
        }
        return found;
    }

    private boolean together(SourceWord left, SourceWord right) {
        return !markEveryWord && !left.kept() && !right.kept() && left.tags().equals(right.tags());
    }

    private void add(int start, int end, int mark, String fixed, List<Run> runs) {
        if (start < end) {
            runs.add(new Run(line.text().substring(start, end), mark, fixed));
        }
    }
}
