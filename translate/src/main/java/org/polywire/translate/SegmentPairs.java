package org.polywire.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.Place;
import org.polywire.model.SentencePair;
import org.polywire.model.Unit;
import org.polywire.translate.Segments.Segment;
import org.polywire.translate.Sentences.Range;
import org.polywire.translate.UnitLines.Translated;

/** The pieces of a text, each beside what an earlier translation made of it. */
final class SegmentPairs {
    /**
     * A piece and its translation.
     *
     * @param before the text of the piece before it in its unit; empty if it is the first; likewise {@code after}
     */
    record SegmentPair(List<Inline> source, Translated target, String before, String after) {
        static SegmentPair whole(Unit source, Unit target, List<SentencePair> sentences) {
            return new SegmentPair(source.content(), new Translated(target.content(), sentences), "", "");
        }
    }

    /** A unit, what stands for it, and where each of its sentences stands in both. */
    private record Aligned(Unit source, Unit target, List<SentencePair> sentences, List<Range> from, List<Range> to) {}

    private SegmentPairs() {}

    /** Of each unit first the whole, then its pieces as far as it is known what stands for them; in reading order. */
    static Stream<List<SegmentPair>> of(Precedent precedent, Sentences splitter) {
        Map<Place, List<SentencePair>> sentences = new HashMap<>();
        precedent
                .translation()
                .sentences()
                .forEach(pair -> sentences
                        .computeIfAbsent(pair.place(), place -> new ArrayList<>())
                        .add(pair));
        Map<Place, Unit> targets = new HashMap<>();
        precedent.translation().article().units().forEach(unit -> targets.put(unit.place(), unit));
        return precedent.source().units().stream()
                .filter(source -> targets.containsKey(source.place()))
                .map(source -> of(
                        source,
                        targets.getOrDefault(source.place(), source),
                        sentences.getOrDefault(source.place(), List.of()),
                        splitter));
    }

    private static List<SegmentPair> of(Unit source, Unit target, List<SentencePair> sentences, Sentences splitter) {
        List<SegmentPair> pairs = new ArrayList<>(List.of(SegmentPair.whole(source, target, sentences)));
        Optional<List<Range>> from = places(source.text(), sentences, false);
        Optional<List<Range>> to = places(target.text(), sentences, true);
        if (from.isPresent() && to.isPresent()) {
            Aligned unit = new Aligned(source, target, sentences, from.get(), to.get());
            List<Segment> segments = Segments.of(source, splitter);
            for (int i = 0; i < segments.size(); i++) {
                String before = i == 0 ? "" : segments.get(i - 1).text();
                String after =
                        i + 1 == segments.size() ? "" : segments.get(i + 1).text();
                pair(segments.get(i), unit, before, after).ifPresent(pairs::add);
            }
        }
        return pairs;
    }

    /** Where the sentences stand in their text, one after the other. */
    static Optional<List<Range>> places(String text, List<SentencePair> pairs, boolean target) {
        List<Range> places = new ArrayList<>();
        int at = 0;
        for (SentencePair pair : pairs) {
            String sentence = (target ? pair.target() : pair.source()).strip();
            int start = sentence.isEmpty() ? -1 : text.indexOf(sentence, at);
            if (start < 0) {
                return Optional.empty();
            }
            at = start + sentence.length();
            places.add(new Range(start, at));
        }
        return Optional.of(places);
    }

    private static Optional<SegmentPair> pair(Segment segment, Aligned unit, String before, String after) {
        Range range = segment.range();
        int first = -1;
        int last = -1;
        for (int i = 0; i < unit.sentences().size(); i++) {
            Range sentence = unit.from().get(i);
            if (sentence.start() >= range.start() && sentence.end() <= range.end()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        boolean covered = first >= 0
                && unit.from().get(first).start() == range.start()
                && unit.from().get(last).end() == range.end();
        if (!covered) {
            return Optional.empty();
        }
        List<SentencePair> held = unit.sentences().subList(first, last + 1);
        return Inlines.between(
                        unit.target().content(),
                        unit.to().get(first).start(),
                        unit.to().get(last).end())
                .map(content -> new SegmentPair(segment.content(), new Translated(content, held), before, after));
    }
}
