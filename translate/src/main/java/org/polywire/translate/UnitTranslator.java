package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.model.Inline;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Reason;
import org.polywire.model.SentencePair;
import org.polywire.model.Unit;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.MarkedLine.SourceWord;
import org.polywire.translate.Sentences.Range;

/** Translates one unit of an article: line by line, whole sentences together, markup put back. Safe to share between threads. */
final class UnitTranslator {
    /** How many characters are sent to the engine at once. */
    private static final int MAX_REQUEST = 6_000;

    /** How the translation of a unit ended. */
    sealed interface Outcome {
        record Done(List<Inline> content, List<SentencePair> sentences) implements Outcome {}

        record Broken(Reason reason, String detail) implements Outcome {}
    }

    private final Engine engine;
    private final EnginePair pair;
    private final Set<String> names;
    private final Sentences sentences;
    private final Typography typography;

    UnitTranslator(Engine engine, EnginePair pair, LanguageTag source, Set<String> names) {
        this.engine = engine;
        this.pair = pair;
        this.names = names;
        this.sentences = new Sentences(source);
        this.typography = new Typography(source, pair.to());
    }

    Outcome translate(Unit unit) {
        List<List<Leaf<Mark>>> lines = new ArrayList<>();
        List<SentencePair> pairs = new ArrayList<>();
        for (MarkedLine line : MarkedText.lines(unit.content())) {
            Optional<Outcome.Broken> broken = line(unit.place(), line, lines, pairs);
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        return new Outcome.Done(MarkedText.build(MarkedText.join(lines)), pairs);
    }

    private Optional<Outcome.Broken> line(
            Place place, MarkedLine line, List<List<Leaf<Mark>>> lines, List<SentencePair> pairs) {
        if (!line.translatable()) {
            lines.add(line.unchanged());
            if (!line.text().isEmpty()) {
                pairs.add(new SentencePair(place, line.text(), line.text(), List.of(), List.of()));
            }
            return Optional.empty();
        }
        List<Leaf<Mark>> target = new ArrayList<>();
        List<SourceWord> words = line.words();
        int end = 0;
        for (List<Range> batch : batches(sentences.split(line.text()))) {
            MarkedPassage passage = MarkedPassage.of(line, words, batch, names(line.text(), batch));
            switch (engine.translate(pair, passage.passage())) {
                case Answer.Failed(Reason reason, String detail) -> {
                    return Optional.of(new Outcome.Broken(reason, place + ": " + detail));
                }
                case Answer.Sentences answer -> {
                    String gap = line.text().substring(end, batch.getFirst().start());
                    append(place, passage, answer, gap, target, pairs);
                    end = batch.getLast().end();
                }
            }
        }
        lines.add(target);
        return Optional.empty();
    }

    private static List<List<Range>> batches(List<Range> sentences) {
        List<List<Range>> batches = new ArrayList<>();
        for (Range sentence : sentences) {
            boolean fits = !batches.isEmpty()
                    && sentence.end() - batches.getLast().getFirst().start() <= MAX_REQUEST;
            if (!fits) {
                batches.add(new ArrayList<>());
            }
            batches.getLast().add(sentence);
        }
        return batches;
    }

    private Set<String> names(String text, List<Range> batch) {
        String part = text.substring(batch.getFirst().start(), batch.getLast().end());
        return names.stream().filter(part::contains).collect(Collectors.toSet());
    }

    private void append(
            Place place,
            MarkedPassage passage,
            Answer.Sentences answer,
            String gapBefore,
            List<Leaf<Mark>> target,
            List<SentencePair> pairs) {
        List<List<Leaf<Mark>>> translated = new ArrayList<>();
        for (Sentence sentence : answer.sentences()) {
            translated.add(new ArrayList<>(MarkedAnswer.leaves(passage, sentence)));
        }
        List<String> markFaults = restoreMarks(passage, translated);
        String text = passage.line().text();
        List<Range> ranges = ranges(passage, translated.size());
        String gap = gapBefore;
        for (int i = 0; i < translated.size(); i++) {
            Range range = ranges.get(i);
            List<Leaf<Mark>> leaves = typography.finish(range.of(text), translated.get(i));
            List<String> faults = new ArrayList<>(faults(answer.sentences().get(i)));
            if (i == 0) {
                faults.addAll(answer.faults());
                faults.addAll(markFaults);
            }
            pairs.add(new SentencePair(
                    place,
                    range.of(text),
                    text(leaves),
                    unknown(answer.sentences().get(i)),
                    faults));
            addWithGap(gap, leaves, target);
            gap = i + 1 < translated.size()
                    ? text.substring(range.end(), ranges.get(i + 1).start())
                    : "";
        }
    }

    private static List<Range> ranges(MarkedPassage passage, int count) {
        List<Range> ranges = passage.sentences();
        return count == ranges.size()
                ? ranges
                : List.of(new Range(ranges.getFirst().start(), ranges.getLast().end()));
    }

    private static void addWithGap(String gap, List<Leaf<Mark>> leaves, List<Leaf<Mark>> target) {
        for (int i = 0; i < leaves.size(); i++) {
            target.add(i == 0 && !target.isEmpty() ? leaves.get(i).withBefore(gap) : leaves.get(i));
        }
    }

    private List<String> restoreMarks(MarkedPassage passage, List<List<Leaf<Mark>>> translated) {
        LostMarks marks = new LostMarks(passage, translated);
        if (marks.lost().isEmpty()) {
            return List.of();
        }
        MarkedPassage words = passage.wordByWord();
        Optional<Answer.Sentences> second = engine.translate(pair, words.passage()) instanceof Answer.Sentences answer
                ? Optional.of(answer)
                : Optional.empty();
        return marks.restore(second, words);
    }

    private static String text(List<Leaf<Mark>> leaves) {
        StringBuilder text = new StringBuilder();
        leaves.forEach(leaf -> text.append(leaf.before()).append(leaf.text()));
        return text.toString();
    }

    /** Unknown words, without those of names: these are copied because they should be. */
    private List<String> unknown(Sentence sentence) {
        return sentence.words().stream()
                .filter(word -> word.evidence() == Evidence.UNKNOWN)
                .map(Word::text)
                .filter(word -> names.stream().noneMatch(name -> name.contains(word)))
                .toList();
    }

    private static List<String> faults(Sentence sentence) {
        return sentence.words().stream()
                .filter(word -> word.evidence() == Evidence.UNTRANSLATED || word.evidence() == Evidence.UNINFLECTED)
                .map(word -> (word.evidence() == Evidence.UNTRANSLATED ? "not translated: " : "not inflected: ")
                        + word.text())
                .toList();
    }
}
