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
 * @param spans in the order in which they begin
 */
record MarkedLine(String text, List<Span<Mark>> spans) {
    MarkedLine {
        spans = List.copyOf(spans);
    }

    /**
     * A word of the source, a punctuation mark by itself, or a stretch of text that no element touches.
     *
     * @param fixed what stands for it in any translation; empty if it is translated
     */
    record SourceWord(int start, int end, String fixed, List<Tag<Mark>> tags) {
        boolean kept() {
            return !fixed.isEmpty();
        }
    }

    private record Fixed(Range range, String fixed) {}

    /** The words in order. What must be kept is one word, however long; what no element touches is cut into words only where that is asked for. */
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
        List<SourceWord> words = new ArrayList<>();
        int at = 0;
        for (Fixed each : fixed(terms, quotations)) {
            addWords(at, each.range().start(), words);
            words.add(word(each.range(), each.fixed()));
            at = each.range().end();
        }
        addWords(at, text.length(), words);
        return words;
    }

    private List<Fixed> fixed(List<Terms.Match> terms, List<Range> quotations) {
        List<Range> kept = kept();
        if (kept.isEmpty() && quotations.isEmpty() && terms.isEmpty()) {
            return List.of();
        }
        Stream<Fixed> wanted = terms.stream()
                .filter(match -> !match.fixed().isEmpty())
                .map(match -> new Fixed(match.range(), match.fixed()));
        return inOrder(
                Stream.concat(quotations.stream(), kept.stream())
                        .map(range -> new Fixed(range, range.of(text)))
                        .toList(),
                wanted.toList());
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

    private List<Range> kept() {
        List<Range> kept = new ArrayList<>();
        for (Span<Mark> span : spans) {
            int end = Math.min(span.end(), text.length());
            if (span.tag().value() instanceof Untranslated && span.start() < end) {
                kept.add(new Range(span.start(), end));
            }
        }
        kept.addAll(Kept.in(text));
        return kept;
    }

    private SourceWord word(Range range, String fixed) {
        return new SourceWord(range.start(), range.end(), fixed, Coverage.of(spans, range.start(), range.end()));
    }

    /** Adds what is between two places: words where there are elements, and what lies between those as it is. */
    private void addWords(int from, int to, List<SourceWord> words) {
        int at = from;
        for (Span<Mark> span : spans) {
            if (span.end() > at && span.start() < to) {
                int start = startOfChunk(Math.max(at, span.start()), at);
                int end = endOfChunk(Math.min(span.end(), to), to);
                addStretch(at, start, words);
                Words.in(text, start, end).forEach(range -> words.add(word(range, "")));
                at = end;
            }
        }
        addStretch(at, to, words);
    }

    private int startOfChunk(int position, int least) {
        int start = position;
        while (start > least && !Words.isSpace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int endOfChunk(int position, int most) {
        int end = position;
        while (end < most && !Words.isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void addStretch(int from, int to, List<SourceWord> words) {
        int start = from;
        int end = to;
        while (start < end && Words.isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && Words.isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            words.add(new SourceWord(start, end, "", List.of()));
        }
    }

    /**
     * Whether there is anything for an engine to do.
     *
     * @param words those of this line
     */
    boolean translatable(List<SourceWord> words) {
        for (SourceWord word : words) {
            String letters = text.substring(word.start(), word.end());
            if (!word.fixed().equals(letters) && Words.hasLetter(letters)) {
                return true;
            }
        }
        return false;
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
