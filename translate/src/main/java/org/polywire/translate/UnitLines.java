package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.SentencePair;
import org.polywire.translate.Sentences.Range;

/** A unit taken apart into passages to translate, and put together again from their translations. Immutable. */
final class UnitLines {
    /** A line with its passages; one that needs no translation has none. */
    private record Line(MarkedLine text, List<MarkedPassage> passages) {}

    /** A unit's content in another language, with its sentences. */
    record Translated(List<Inline> content, List<SentencePair> sentences) {}

    private final LanguageTag from;
    private final LanguageTag to;
    private final List<Line> lines;
    private final List<MarkedPassage> passages;

    private UnitLines(LanguageTag from, LanguageTag to, List<Line> lines) {
        this.from = from;
        this.to = to;
        this.lines = lines;
        List<MarkedPassage> all = new ArrayList<>();
        lines.forEach(line -> all.addAll(line.passages()));
        this.passages = List.copyOf(all);
    }

    static UnitLines of(UnitCut cut, Supplier<NameIndex> names, LanguageTag from, LanguageTag to) {
        List<Line> lines = new ArrayList<>();
        cut.lines().forEach(line -> lines.add(new Line(line.text(), passages(line, names))));
        return new UnitLines(from, to, lines);
    }

    private static List<MarkedPassage> passages(UnitCut.Line line, Supplier<NameIndex> names) {
        String text = line.text().text();
        List<MarkedPassage> passages = new ArrayList<>();
        for (List<Range> batch : line.batches()) {
            Range whole = new Range(batch.getFirst().start(), batch.getLast().end());
            passages.add(MarkedPassage.of(
                    line.text(), line.words(), batch, () -> names.get().in(whole.of(text))));
        }
        return passages;
    }

    List<MarkedPassage> passages() {
        return passages;
    }

    /** Puts the unit together.
     *
     * @param translations of each of the passages
     */
    Translated with(Place place, Map<MarkedPassage, PassageOutcome.Done> translations) {
        List<List<Leaf<Mark>>> target = new ArrayList<>();
        List<SentencePair> pairs = new ArrayList<>();
        for (Line line : lines) {
            if (line.passages().isEmpty()) {
                target.add(line.text().unchanged());
                addUnchanged(place, line.text().text(), pairs);
            } else {
                target.add(translated(place, line, translations, pairs));
            }
        }
        boolean bare = lines.size() == 1
                && pairs.size() == 1
                && target.getFirst().stream().allMatch(leaf -> leaf.tags().isEmpty());
        return new Translated(
                bare ? Inlines.ofText(pairs.getFirst().target()) : MarkedText.build(MarkedText.join(target)), pairs);
    }

    private static void addUnchanged(Place place, String text, List<SentencePair> pairs) {
        if (!text.isEmpty()) {
            pairs.add(new SentencePair(place, text, text, List.of(), List.of()));
        }
    }

    private List<Leaf<Mark>> translated(
            Place place, Line line, Map<MarkedPassage, PassageOutcome.Done> translations, List<SentencePair> pairs) {
        List<Leaf<Mark>> target = new ArrayList<>();
        String text = line.text().text();
        int end = 0;
        for (MarkedPassage passage : line.passages()) {
            PassageOutcome.Done done = translations.get(passage);
            if (done == null) {
                throw new IllegalStateException("no translation of a passage at " + place);
            }
            for (TranslatedSentence sentence : done.sentences()) {
                Range range = sentence.source();
                addWithGap(text.substring(end, range.start()), sentence.leaves(), target);
                pairs.add(new SentencePair(
                        place, range.of(text), sentence.text(), sentence.unknown(), sentence.faults()));
                end = range.end();
            }
        }
        return target;
    }

    private void addWithGap(String gap, List<Leaf<Mark>> leaves, List<Leaf<Mark>> target) {
        int first = target.size();
        target.addAll(leaves);
        if (first > 0 && !leaves.isEmpty()) {
            target.set(first, leaves.getFirst().withBefore(WayTranslator.gap(gap, from, to)));
        }
    }
}
