package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.model.Inline;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.SentencePair;
import org.polywire.model.Unit;
import org.polywire.translate.MarkedLine.SourceWord;
import org.polywire.translate.Sentences.Range;

/** A unit taken apart into passages to translate, and put together again from their translations. Immutable. */
final class UnitLines {
    /** How many characters of one line are translated at once. */
    private static final int MAX_PASSAGE = 6_000;

    /** A line with its passages; one that needs no translation has none. */
    private record Line(MarkedLine text, List<MarkedPassage> passages) {}

    /** A unit's content in another language, with its sentences. */
    record Translated(List<Inline> content, List<SentencePair> sentences) {}

    private final LanguageTag from;
    private final LanguageTag to;
    private final List<Line> lines;

    private UnitLines(LanguageTag from, LanguageTag to, List<Line> lines) {
        this.from = from;
        this.to = to;
        this.lines = lines;
    }

    static UnitLines of(
            Unit unit, Sentences splitter, Set<String> names, Terms terms, LanguageTag from, LanguageTag to) {
        List<Line> lines = MarkedText.lines(unit.content()).stream()
                .map(line -> line(line, splitter, names, terms))
                .toList();
        return new UnitLines(from, to, lines);
    }

    private static Line line(MarkedLine line, Sentences splitter, Set<String> names, Terms terms) {
        List<Range> sentences = splitter.split(line.text());
        List<SourceWord> words = line.words(inside(sentences, terms.in(line.text())));
        return new Line(line, line.translatable(words) ? passages(line, words, sentences, names) : List.of());
    }

    /** The expressions that do not reach over the end of a sentence. */
    private static List<Terms.Match> inside(List<Range> sentences, List<Terms.Match> matches) {
        return matches.stream()
                .filter(match -> sentences.stream()
                        .anyMatch(sentence -> sentence.start() <= match.range().start()
                                && match.range().end() <= sentence.end()))
                .toList();
    }

    private static List<MarkedPassage> passages(
            MarkedLine line, List<SourceWord> words, List<Range> sentences, Set<String> names) {
        return batches(sentences).stream()
                .map(batch -> MarkedPassage.of(line, words, batch, names(line.text(), batch, names)))
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

    private static Set<String> names(String text, List<Range> batch, Set<String> names) {
        String part = text.substring(batch.getFirst().start(), batch.getLast().end());
        return names.stream().filter(part::contains).collect(Collectors.toSet());
    }

    List<MarkedPassage> passages() {
        return lines.stream().flatMap(line -> line.passages().stream()).toList();
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
        return new Translated(MarkedText.build(MarkedText.join(target)), pairs);
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
        for (int i = 0; i < leaves.size(); i++) {
            boolean first = i == 0 && !target.isEmpty();
            target.add(first ? leaves.get(i).withBefore(WayTranslator.gap(gap, from, to)) : leaves.get(i));
        }
    }
}
