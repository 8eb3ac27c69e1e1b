package org.polywire.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inlines;
import org.polywire.model.Place;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Unit;
import org.polywire.translate.Segments.Segment;
import org.polywire.translate.Sentences.Range;
import org.polywire.translate.UnitLines.Translated;

/**
 * What sentences became when they were translated before, in the same way. A sentence that comes again comes out the same, to
 * the letter, and the engine is not asked. Safe to share between threads.
 */
final class Precedents {
    private final Sentences sentences;
    private final Map<List<Inline>, Translated> known = new HashMap<>();

    /**
     * @param route the only one whose results are used: another engine or version speaks for itself
     */
    Precedents(List<Precedent> precedents, Route.Machine route) {
        sentences = new Sentences(route.legs().getFirst().from());
        precedents.stream()
                .filter(precedent -> precedent.translation().route().equals(route))
                .forEach(this::read);
    }

    private void read(Precedent precedent) {
        Map<Place, List<SentencePair>> pairs = new HashMap<>();
        precedent
                .translation()
                .sentences()
                .forEach(pair -> pairs.computeIfAbsent(pair.place(), place -> new ArrayList<>())
                        .add(pair));
        Map<Place, Unit> targets = new HashMap<>();
        precedent.translation().article().units().forEach(unit -> targets.put(unit.place(), unit));
        for (Unit source : precedent.source().units()) {
            Unit target = targets.get(source.place());
            if (target != null) {
                read(source, target, pairs.getOrDefault(source.place(), List.of()));
            }
        }
    }

    private void read(Unit source, Unit target, List<SentencePair> pairs) {
        known.putIfAbsent(source.content(), new Translated(target.content(), pairs));
        Optional<List<Range>> from = places(source.text(), pairs, false);
        Optional<List<Range>> to = places(target.text(), pairs, true);
        if (from.isPresent() && to.isPresent()) {
            for (Segment segment : Segments.of(source, sentences)) {
                read(segment, target, pairs, from.get(), to.get());
            }
        }
    }

    /** Where the sentences stand in their text, one after the other. */
    private static Optional<List<Range>> places(String text, List<SentencePair> pairs, boolean target) {
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

    private void read(Segment segment, Unit target, List<SentencePair> pairs, List<Range> from, List<Range> to) {
        Range range = segment.range();
        int first = -1;
        int last = -1;
        for (int i = 0; i < pairs.size(); i++) {
            if (from.get(i).start() >= range.start() && from.get(i).end() <= range.end()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        boolean covered = first >= 0
                && from.get(first).start() == range.start()
                && from.get(last).end() == range.end();
        if (covered) {
            List<SentencePair> held = pairs.subList(first, last + 1);
            Slices.of(target.content(), to.get(first).start(), to.get(last).end())
                    .ifPresent(content -> known.putIfAbsent(segment.content(), new Translated(content, held)));
        }
    }

    /** A piece of a unit, and what stands before it, after the one before. */
    record Part(Unit unit, String gap) {}

    /** The pieces of a unit, of which each is known or new as a whole. */
    List<Part> parts(Unit unit) {
        if (known.isEmpty() || known.containsKey(unit.content())) {
            return List.of(new Part(unit, ""));
        }
        List<Segment> segments = Segments.of(unit, sentences);
        return segments.stream().anyMatch(segment -> known.containsKey(segment.content()))
                ? parts(unit, segments)
                : List.of(new Part(unit, ""));
    }

    /** What a piece became before; its sentences stand where it stands now. */
    Optional<Translated> find(Unit part) {
        return Optional.ofNullable(known.get(part.content()))
                .map(before -> new Translated(
                        before.content(),
                        before.sentences().stream()
                                .map(pair -> new SentencePair(
                                        part.place(), pair.source(), pair.target(), pair.unknown(), pair.faults()))
                                .toList()));
    }

    /** Puts a unit together from the translations of its pieces. */
    static Translated join(List<Part> parts, Function<Unit, Translated> translations) {
        if (parts.size() == 1) {
            return translations.apply(parts.getFirst().unit());
        }
        List<Inline> content = new ArrayList<>();
        List<SentencePair> pairs = new ArrayList<>();
        for (Part part : parts) {
            Translated translated = translations.apply(part.unit());
            if (!part.gap().isEmpty()) {
                content.add(new Text(part.gap()));
            }
            content.addAll(translated.content());
            pairs.addAll(translated.sentences());
        }
        return new Translated(Inlines.canonical(content), pairs);
    }

    /** Each known segment by itself, and each run of new ones as one. */
    private List<Part> parts(Unit unit, List<Segment> segments) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < segments.size(); i++) {
            boolean isKnown = known.containsKey(segments.get(i).content());
            boolean last = i + 1 == segments.size()
                    || known.containsKey(segments.get(i + 1).content());
            if (isKnown || last) {
                parts.add(part(unit, segments.get(start), segments.get(i)));
                start = i + 1;
            }
        }
        return parts;
    }

    private static Part part(Unit unit, Segment first, Segment last) {
        List<Inline> content = Slices.of(
                        unit.content(), first.range().start(), last.range().end())
                .orElseThrow();
        return new Part(new Unit(unit.place(), unit.role(), content), first.gap());
    }
}
