package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.polywire.translate.MarkedLine.SourceWord;
import org.polywire.translate.Sentences.Range;

/**
 * A unit cut into lines, sentences and words: all that can be done while the names are still being looked for.
 *
 * @param lines one more than the unit has line breaks
 */
record UnitCut(List<Line> lines) {
    /** How many characters of one line are translated at once. */
    private static final int MAX_PASSAGE = 6_000;

    /**
     * A line of a unit.
     *
     * @param batches its sentences, as many together as are translated at once; none if there is nothing to translate
     */
    record Line(MarkedLine text, List<SourceWord> words, List<List<Range>> batches) {}

    UnitCut {
        lines = List.copyOf(lines);
    }

    static UnitCut of(
            List<MarkedLine> lines,
            Sentences splitter,
            Segmentation segmentation,
            Terms terms,
            ForeignQuotations quotations) {
        List<Line> cut = new ArrayList<>();
        for (MarkedLine line : lines) {
            cut.add(line(line, splitter.split(line.text(), segmentation), terms, quotations));
        }
        return new UnitCut(cut);
    }

    private static Line line(MarkedLine line, List<Range> sentences, Terms terms, ForeignQuotations quotations) {
        List<SourceWord> words = line.words(
                inside(sentences, terms.in(line.text()), Terms.Match::range),
                inside(sentences, quotations.in(line), range -> range));
        return new Line(line, words, line.translatable(words) ? batches(sentences) : List.of());
    }

    /** What does not reach over the end of a sentence. */
    private static <T> List<T> inside(List<Range> sentences, List<T> found, Function<T, Range> place) {
        return found.isEmpty()
                ? found
                : found.stream()
                        .filter(one -> sentences.stream()
                                .anyMatch(sentence ->
                                        sentence.start() <= place.apply(one).start()
                                                && place.apply(one).end() <= sentence.end()))
                        .toList();
    }

    private static List<List<Range>> batches(List<Range> sentences) {
        List<List<Range>> batches = new ArrayList<>();
        for (Range sentence : sentences) {
            boolean fits = !batches.isEmpty()
                    && sentence.end() - batches.getLast().getFirst().start() <= MAX_PASSAGE;
            if (!fits) {
                batches.add(new ArrayList<>());
            }
            batches.getLast().add(sentence);
        }
        return batches;
    }
}
