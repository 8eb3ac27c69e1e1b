package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.Unit;
import org.polywire.translate.Sentences.Range;

/**
 * A unit in the smallest pieces that can be translated by themselves: sentences, or several where markup goes on from one to
 * the next.
 */
final class Segments {
    private Segments() {}

    /**
     * @param gap what stands before it, after the one before
     */
    record Segment(Range range, List<Inline> content, String gap) {
        String text() {
            return Inlines.text(content);
        }
    }

    /** In order; one of all, where the unit cannot be cut. */
    static List<Segment> of(Unit unit, Sentences sentences) {
        String text = unit.text();
        List<Segment> segments = new ArrayList<>();
        int start = -1;
        int before = 0;
        for (Range sentence : ranges(text, sentences)) {
            start = start < 0 ? sentence.start() : start;
            Optional<List<Inline>> content = Inlines.between(unit.content(), start, sentence.end());
            if (content.isPresent()) {
                segments.add(
                        new Segment(new Range(start, sentence.end()), content.get(), text.substring(before, start)));
                before = sentence.end();
                start = -1;
            }
        }
        boolean whole = start < 0 && text.substring(before).isEmpty();
        return whole ? segments : List.of(new Segment(new Range(0, text.length()), unit.content(), ""));
    }

    /** Text with line breaks in it is taken as one: its lines are translated by themselves. */
    private static List<Range> ranges(String text, Sentences sentences) {
        return text.indexOf('\n') < 0 ? sentences.split(text) : List.of(new Range(0, text.length()));
    }
}
