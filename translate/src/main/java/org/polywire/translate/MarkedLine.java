package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.polywire.translate.Mark.Untranslated;
import org.polywire.translate.Sentences.Range;

/**
 * The text between two line breaks of a unit, with the elements in it.
 *
 * @param text without soft hyphens; its runs of white space are single spaces, and none are at its edges
 */
record MarkedLine(String text, List<Span<Mark>> spans) {
    MarkedLine {
        spans = List.copyOf(spans);
    }

    /** A word of the source, or a punctuation mark by itself. */
    record SourceWord(int start, int end, boolean kept, List<Tag<Mark>> tags) {}

    /** The words in order. What must be kept is one word, however long. */
    List<SourceWord> words() {
        List<SourceWord> words = new ArrayList<>();
        List<Range> kept = kept();
        int at = 0;
        for (Range range : kept) {
            if (range.start() >= at) {
                addWords(at, range.start(), words);
                words.add(word(range.start(), range.end(), true));
                at = range.end();
            }
        }
        addWords(at, text.length(), words);
        return words;
    }

    private List<Range> kept() {
        Stream<Range> verbatim = spans.stream()
                .filter(span -> span.tag().value() instanceof Untranslated)
                .map(span -> new Range(span.start(), span.end()));
        return Stream.concat(verbatim, Kept.in(text).stream())
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .toList();
    }

    private SourceWord word(int start, int end, boolean kept) {
        return new SourceWord(start, end, kept, Coverage.of(spans, start, end));
    }

    private void addWords(int from, int to, List<SourceWord> words) {
        int start = from;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            boolean space = Character.isWhitespace(character) || Character.isSpaceChar(character);
            if (space || ApertiumAnswer.isPunctuation(character) && !insideNumber(i)) {
                addWord(start, i, words);
                if (!space) {
                    words.add(word(i, i + 1, false));
                }
                start = i + 1;
            } else if (character == '\'' || character == '’') {
                addWord(start, i + 1, words);
                start = i + 1;
            }
        }
        addWord(start, to, words);
    }

    private boolean insideNumber(int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    private void addWord(int start, int end, List<SourceWord> words) {
        if (start < end) {
            words.add(word(start, end, false));
        }
    }

    /** Whether there is anything for an engine to do. */
    boolean translatable() {
        return words().stream()
                .filter(word -> !word.kept())
                .anyMatch(word ->
                        text.substring(word.start(), word.end()).codePoints().anyMatch(Character::isLetter));
    }

    /** The line as it is, as the words of a target. */
    List<Leaf<Mark>> unchanged() {
        List<Leaf<Mark>> leaves = new ArrayList<>();
        int end = 0;
        for (SourceWord word : words()) {
            leaves.add(new Leaf<>(
                    text.substring(end, word.start()), text.substring(word.start(), word.end()), word.tags()));
            end = word.end();
        }
        return leaves;
    }
}
