package org.polywire.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inlines;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Unit;
import org.polywire.translate.Segments.Segment;
import org.polywire.translate.Sentences.Range;
import org.polywire.translate.UnitLines.Translated;

/** Puts the original's own words in the place of some sentences of a translation. */
final class Quoting {
    private final Article article;
    private final Map<SentencePair, List<String>> why;
    private final Sentences sentences;

    /**
     * @param why the sentences, each with what its translation was held for
     */
    Quoting(Article article, Map<SentencePair, List<String>> why) {
        this.article = article;
        this.why = why;
        this.sentences = new Sentences(article.language());
    }

    /** The units with such a sentence; empty if the place of one cannot be told, on either side, or lies inside an element. */
    Optional<Map<Place, Translated>> in(Translation translation) {
        Map<Place, List<SentencePair>> pairs =
                translation.sentences().stream().collect(Collectors.groupingBy(SentencePair::place));
        Map<Place, List<Inline>> targets = translation.article().units().stream()
                .collect(Collectors.toMap(Unit::place, Unit::content, (one, other) -> one));
        Map<Place, Translated> units = new HashMap<>();
        for (Unit unit : article.units()) {
            List<SentencePair> own = pairs.getOrDefault(unit.place(), List.of());
            if (own.stream().anyMatch(why::containsKey)) {
                Optional<Translated> quoted = quoted(unit, targets.getOrDefault(unit.place(), List.of()), own);
                if (quoted.isEmpty()) {
                    return Optional.empty();
                }
                units.put(unit.place(), quoted.get());
            }
        }
        return Optional.of(units);
    }

    private Optional<Translated> quoted(Unit unit, List<Inline> target, List<SentencePair> pairs) {
        Optional<List<Range>> from = SegmentPairs.places(unit.text(), pairs, false);
        Optional<List<Range>> to = SegmentPairs.places(Inlines.text(target), pairs, true);
        return from.isPresent() && to.isPresent()
                ? quoted(unit, target, pairs, from.get(), to.get())
                : Optional.empty();
    }

    private Optional<Translated> quoted(
            Unit unit, List<Inline> target, List<SentencePair> pairs, List<Range> from, List<Range> to) {
        List<Inline> content = new ArrayList<>();
        List<SentencePair> sentencesNow = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < pairs.size(); i++) {
            List<String> faults = why.get(pairs.get(i));
            if (faults == null) {
                sentencesNow.add(pairs.get(i));
                continue;
            }
            Optional<Inline> words = words(unit, from.get(i));
            Optional<List<Inline>> before =
                    Inlines.between(target, at, to.get(i).start());
            if (words.isEmpty() || before.isEmpty()) {
                return Optional.empty();
            }
            content.addAll(before.get());
            content.add(words.get());
            sentencesNow.add(sentence(unit, from.get(i), words.get(), faults));
            at = to.get(i).end();
        }
        return Inlines.between(target, at, Inlines.text(target).length()).map(last -> {
            content.addAll(last);
            return new Translated(Inlines.canonical(content), sentencesNow);
        });
    }

    /** Only what is a piece by itself is found again when the article is translated anew. */
    private Optional<Inline> words(Unit unit, Range sentence) {
        return Segments.of(unit, sentences).stream()
                .filter(segment -> segment.range().equals(sentence))
                .findFirst()
                .map(Segment::content)
                .map(content -> new Quoted(article.language(), content));
    }

    private static SentencePair sentence(Unit unit, Range source, Inline words, List<String> faults) {
        return new SentencePair(
                unit.place(),
                source.of(unit.text()),
                Inlines.text(List.of(words)),
                List.of(),
                faults,
                Provenance.QUOTED);
    }
}
