package org.polywire.translate;

import java.util.ArrayList;
import java.util.Comparator;
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

    /**
     * A word of the source, or a punctuation mark by itself.
     *
     * @param fixed what stands for it in any translation; empty if it is translated
     */
    record SourceWord(int start, int end, String fixed, List<Tag<Mark>> tags) {
        boolean kept() {
            return !fixed.isEmpty();
        }
    }

    private record Fixed(Range range, String fixed) {}

    /** The words in order. What must be kept is one word, however long. */
    List<SourceWord> words() {
        return words(List.of(), List.of());
    }

    /**
     * The same, with a glossary's expressions and quotations in a third language each as one word.
     *
     * @param terms those in the text
     * @param quotations where they are, without their quotation marks
     */
    List<SourceWord> words(List<Terms.Match> terms, List<Range> quotations) {
        Stream<Fixed> kept = Stream.concat(quotations.stream(), kept()).map(range -> new Fixed(range, range.of(text)));
        Stream<Fixed> wanted = terms.stream()
                .filter(match -> !match.fixed().isEmpty())
                .map(match -> new Fixed(match.range(), match.fixed()));
        List<SourceWord> words = new ArrayList<>();
        int at = 0;
        for (Fixed each : inOrder(kept.toList(), wanted.toList())) {
            addWords(at, each.range().start(), words);
            words.add(word(each.range(), each.fixed()));
            at = each.range().end();
        }
        addWords(at, text.length(), words);
        return words;
    }

    /** Without those that overlap: quotations go before what else must be kept, and that before what the glossary wants. */
    private static List<Fixed> inOrder(List<Fixed> kept, List<Fixed> wanted) {
        List<Fixed> chosen = new ArrayList<>();
        for (Fixed each : Stream.concat(kept.stream(), wanted.stream()).toList()) {
            if (chosen.stream().noneMatch(other -> overlap(each.range(), other.range()))) {
                chosen.add(each);
            }
        }
        chosen.sort(Comparator.comparingInt(each -> each.range().start()));
        return chosen;
    }

    private static boolean overlap(Range one, Range other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private Stream<Range> kept() {
        Stream<Range> verbatim = spans.stream()
                .filter(span -> span.tag().value() instanceof Untranslated)
                .map(span -> new Range(span.start(), Math.min(span.end(), text.length())))
                .filter(range -> range.start() < range.end());
        return Stream.concat(verbatim, Kept.in(text).stream());
    }

    private SourceWord word(Range range, String fixed) {
        return new SourceWord(range.start(), range.end(), fixed, Coverage.of(spans, range.start(), range.end()));
    }

    private void addWords(int from, int to, List<SourceWord> words) {
        Words.in(text, from, to).forEach(range -> words.add(word(range, "")));
    }

    /**
     * Whether there is anything for an engine to do.
     *
     * @param words those of this line
     */
    boolean translatable(List<SourceWord> words) {
        return words.stream()
                .filter(word -> !word.fixed().equals(text.substring(word.start(), word.end())))
                .anyMatch(word -> Words.hasLetter(text.substring(word.start(), word.end())));
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
