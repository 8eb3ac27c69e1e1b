package org.polywire.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Unit;

/**
 * A translation and its original, both without the sentences that were left in the original's words: the rest is judged as if those were in
 * neither. A quotation that is not the original's, to the letter, stays in it, and holds it.
 *
 * @param quoted the sentences that were left out
 * @param wrong the texts with a quotation that is not as it should be
 */
record WithoutQuoted(Article original, Translation translation, List<SentencePair> quoted, List<Place> wrong) {

    private record Range(int start, int end) {}

    /** A text on both sides, with its sentences. */
    private record Passage(List<Inline> source, List<Inline> target, List<SentencePair> sentences) {}

    static WithoutQuoted of(Article original, Translation translation) {
        List<Unit> targets = translation.article().units();
        List<Place> quoting = Stream.concat(
                        targets.stream()
                                .filter(unit -> unit.content().stream().anyMatch(Quoted.class::isInstance))
                                .map(Unit::place),
                        translation.sentences().stream()
                                .filter(WithoutQuoted::isQuoted)
                                .map(SentencePair::place))
                .distinct()
                .toList();
        return quoting.isEmpty()
                ? new WithoutQuoted(original, translation, List.of(), List.of())
                : without(original, translation, quoting);
    }

    private static WithoutQuoted without(Article original, Translation translation, List<Place> quoting) {
        Map<Place, List<Inline>> sources = contents(original);
        Map<Place, List<Inline>> targets = contents(translation.article());
        List<Place> wrong = new ArrayList<>();
        for (Place place : quoting) {
            Passage passage = new Passage(
                    sources.getOrDefault(place, List.of()),
                    targets.getOrDefault(place, List.of()),
                    translation.sentences().stream()
                            .filter(pair -> pair.place().equals(place))
                            .toList());
            rest(passage, original.language())
                    .ifPresentOrElse(
                            rest -> {
                                sources.put(place, rest.source());
                                targets.put(place, rest.target());
                            },
                            () -> wrong.add(place));
        }
        return of(original, translation, sources, targets, wrong);
    }

    private static WithoutQuoted of(
            Article original,
            Translation translation,
            Map<Place, List<Inline>> sources,
            Map<Place, List<Inline>> targets,
            List<Place> wrong) {
        Map<Boolean, List<SentencePair>> sentences = translation.sentences().stream()
                .collect(Collectors.partitioningBy(pair -> isQuoted(pair) && !wrong.contains(pair.place())));
        Article target = translation.article();
        Translation rest = new Translation(
                target.mapUnits(target.language(), unit -> targets.getOrDefault(unit.place(), unit.content())),
                translation.from(),
                translation.route(),
                translation.at(),
                sentences.getOrDefault(false, List.of()),
                translation.review());
        return new WithoutQuoted(
                original.mapUnits(original.language(), unit -> sources.getOrDefault(unit.place(), unit.content())),
                rest,
                sentences.getOrDefault(true, List.of()),
                wrong);
    }

    /** What the operator and readers are told of each quotation, and what holds those that may not be. */
    Stream<Finding> findings(Article whole, Translation of, int most) {
        Stream<Finding> notes = quoted.stream().map(pair -> finding(Severity.NOTE, pair.place(), words(pair)));
        Stream<Finding> faults =
                wrong.stream().map(place -> finding(Severity.HOLD, place, "not the original's words, to the letter"));
        boolean allowed = quoted.isEmpty() || Quotable.of(whole, of).allows(quoted, most);
        Stream<Finding> many = allowed
                ? Stream.empty()
                : Stream.of(finding(
                        Severity.HOLD,
                        quoted.getFirst().place(),
                        quoted.size() + " sentences, more than may be or where none may"));
        return Stream.of(notes, faults, many).flatMap(Function.identity());
    }

    private static Finding finding(Severity severity, Place place, String evidence) {
        return UnitPair.finding(FindingCode.QUOTED_ORIGINAL, severity, place, evidence);
    }

    private static String words(SentencePair pair) {
        return String.join("; ", pair.faults());
    }

    static boolean isQuoted(SentencePair pair) {
        return pair.provenance() == Provenance.QUOTED;
    }

    private static Map<Place, List<Inline>> contents(Article article) {
        return article.units().stream()
                .collect(Collectors.toMap(Unit::place, Unit::content, (one, other) -> one, HashMap::new));
    }

    /** Nothing, if what is quoted is not what stands there in the original. */
    private static Optional<Passage> rest(Passage passage, LanguageTag language) {
        List<SentencePair> sentences = passage.sentences();
        List<Range> from = ranges(passage.source(), sentences, SentencePair::source);
        List<Range> to = ranges(passage.target(), sentences, SentencePair::target);
        List<Integer> quoted = IntStream.range(0, Math.min(from.size(), to.size()))
                .filter(i -> isQuoted(sentences.get(i)))
                .boxed()
                .toList();
        long quotations =
                passage.target().stream().filter(Quoted.class::isInstance).count();
        boolean faithful = quotations == quoted.size()
                && quoted.stream().allMatch(i -> isFaithful(passage, from.get(i), to.get(i), language));
        return faithful
                ? cut(passage.source(), quoted.stream().map(from::get).toList())
                        .flatMap(source -> cut(
                                        passage.target(),
                                        quoted.stream().map(to::get).toList())
                                .map(target -> new Passage(source, target, sentences)))
                : Optional.empty();
    }

    /** Where the sentences stand in their text, one after the other; none, if not all are found. */
    private static List<Range> ranges(
            List<Inline> content, List<SentencePair> sentences, Function<SentencePair, String> side) {
        String text = Inlines.text(content);
        List<Range> ranges = new ArrayList<>();
        int at = 0;
        for (SentencePair pair : sentences) {
            String sentence = side.apply(pair).strip();
            int start = text.indexOf(sentence, at);
            if (start < 0) {
                return List.of();
            }
            at = start + sentence.length();
            ranges.add(new Range(start, at));
        }
        return ranges;
    }

    private static boolean isFaithful(Passage passage, Range from, Range to, LanguageTag language) {
        Optional<List<Inline>> words = Inlines.between(passage.source(), from.start(), from.end());
        return Inlines.between(passage.target(), to.start(), to.end())
                .equals(words.map(own -> List.<Inline>of(new Quoted(language, own))));
    }

    /** The content without some ranges and the space before each; nothing, if that is inside an element. */
    private static Optional<List<Inline>> cut(List<Inline> content, List<Range> ranges) {
        String text = Inlines.text(content);
        List<Inline> rest = new ArrayList<>();
        int at = 0;
        for (Range range : ranges) {
            int end = text.substring(0, range.start()).stripTrailing().length();
            Optional<List<Inline>> piece = Inlines.between(content, at, end);
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            rest.addAll(piece.get());
            at = range.end();
        }
        int start = rest.isEmpty()
                ? text.length() - text.substring(at).stripLeading().length()
                : at;
        return Inlines.between(content, start, text.length()).map(last -> {
            rest.addAll(last);
            return Inlines.canonical(rest);
        });
    }
}
