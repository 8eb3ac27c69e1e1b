package org.polywire.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inlines;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Unit;
import org.polywire.translate.SegmentPairs.SegmentPair;
import org.polywire.translate.Segments.Segment;
import org.polywire.translate.Sentences.Range;
import org.polywire.translate.UnitLines.Translated;

/**
 * What sentences became when they were translated before: by a person, or in the same way by an engine. A sentence that comes again
 * comes out the same, to the letter, and the engine is not asked. Safe to share between threads.
 */
final class Precedents {
    private final Sentences sentences;
    private final TranslationMemory memory;
    private final Map<List<Inline>, Translated> known = new HashMap<>();

    /**
     * @param sentences of the article's language
     * @param route the only one whose results are used: another engine or version speaks for itself
     */
    Precedents(Sentences sentences, Recollection recollection, Route.Machine route) {
        this.sentences = sentences;
        memory = recollection.memory();
        recollection.precedents().stream()
                .filter(precedent -> precedent.translation().route().equals(route))
                .flatMap(this::pairs)
                .forEach(pair -> known.putIfAbsent(pair.source(), takenOver(pair.target())));
    }

    /**
     * A translation of the same text, of which some sentences are to be made anew; the others are as they were, and still whose they were.
     *
     * @param again sentences of the translation
     */
    Precedents(Precedent precedent, Set<SentencePair> again, TranslationMemory memory) {
        sentences = new Sentences(precedent.source().language());
        this.memory = memory;
        pairs(precedent)
                .filter(pair -> pair.target().sentences().stream().noneMatch(again::contains))
                .forEach(pair -> known.putIfAbsent(pair.source(), pair.target()));
    }

    /** What cuts the article. */
    Sentences sentences() {
        return sentences;
    }

    private Stream<SegmentPair> pairs(Precedent precedent) {
        return SegmentPairs.of(precedent, sentences).flatMap(List::stream);
    }

    /**
     * A piece of a unit.
     *
     * @param gap what stands before it, after the one before
     * @param before the text of the piece before it; empty if it is the first; likewise {@code after}
     */
    record Part(Unit unit, String gap, String before, String after) {
        static Part whole(Unit unit) {
            return new Part(unit, "", "", "");
        }
    }

    /** The pieces of a unit, of which each is known or new as a whole. */
    List<Part> parts(Unit unit) {
        if (known.isEmpty() && memory.isEmpty() || memory.knows(unit.content())) {
            return List.of(Part.whole(unit));
        }
        List<Segment> segments = Segments.of(unit, sentences);
        boolean edited = segments.stream().anyMatch(segment -> memory.knows(segment.content()));
        boolean whole = !edited && known.containsKey(unit.content());
        return !whole && segments.stream().anyMatch(this::isKnown) ? parts(unit, segments) : List.of(Part.whole(unit));
    }

    private boolean isKnown(Segment segment) {
        return memory.knows(segment.content()) || known.containsKey(segment.content());
    }

    /** What a piece became before; its sentences stand where it stands now. */
    Optional<Translated> find(Part part) {
        Unit unit = part.unit();
        return memory.find(unit.content(), part.before(), part.after())
                .map(entry -> byPerson(unit, entry))
                .or(() -> Optional.ofNullable(known.get(unit.content())).map(before -> placed(unit, before)));
    }

    private static Translated byPerson(Unit unit, MemoryEntry entry) {
        return new Translated(
                entry.target(),
                List.of(new SentencePair(
                        unit.place(),
                        entry.sourceText(),
                        entry.targetText(),
                        List.of(),
                        List.of(),
                        entry.provenance())));
    }

    private static Translated placed(Unit unit, Translated before) {
        return new Translated(
                before.content(),
                before.sentences().stream().map(pair -> pair.in(unit.place())).toList());
    }

    /** What there was against the glossary was against that of its day. */
    private static Translated takenOver(Translated before) {
        return new Translated(
                before.content(),
                before.sentences().stream()
                        .map(pair -> takenOver(pair.against(List.of())))
                        .toList());
    }

    /** What was cut otherwise, came in another way, or is the original's, stays known as that. */
    private static SentencePair takenOver(SentencePair before) {
        return switch (before.provenance()) {
            case MACHINE, REUSED -> before.by(Provenance.REUSED);
            case RESEGMENTED, REROUTED, QUOTED -> before;
            case POST_EDITED, HUMAN -> before.by(Provenance.HUMAN);
        };
    }

    /** Puts a unit together from the translations of its pieces, of which there are as many. */
    static Translated join(List<Part> parts, List<Translated> translations) {
        if (parts.size() == 1) {
            return translations.getFirst();
        }
        List<Inline> content = new ArrayList<>();
        List<SentencePair> pairs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).gap().isEmpty()) {
                content.add(new Text(parts.get(i).gap()));
            }
            content.addAll(translations.get(i).content());
            pairs.addAll(translations.get(i).sentences());
        }
        return new Translated(Inlines.canonical(content), pairs);
    }

    /** Each known segment by itself, and each run of new ones as one. */
    private List<Part> parts(Unit unit, List<Segment> segments) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < segments.size(); i++) {
            boolean last = i + 1 == segments.size() || isKnown(segments.get(i + 1));
            if (last || isKnown(segments.get(i))) {
                parts.add(part(unit, segments, start, i));
                start = i + 1;
            }
        }
        return parts;
    }

    private static Part part(Unit unit, List<Segment> segments, int first, int last) {
        Range from = segments.get(first).range();
        Range to = segments.get(last).range();
        return new Part(
                new Unit(
                        unit.place(),
                        unit.role(),
                        Inlines.between(unit.content(), from.start(), to.end()).orElseThrow()),
                segments.get(first).gap(),
                first == 0 ? "" : segments.get(first - 1).text(),
                last + 1 == segments.size() ? "" : segments.get(last + 1).text());
    }
}
