package org.polywire.translate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.polywire.model.Reason;
import org.polywire.translate.Abilities.Markup;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.Sentences.Range;

/** Translates passages with one engine and puts their markup back. Safe to share between threads. */
final class LegTranslator {
    private final Engine engine;
    private final EnginePair pair;
    private final Supplier<NameIndex> names;

    private final Typography typography;
    private final Optional<Transliteration> transliteration;

    /**
     * @param names are copied because they should be; they are no unknown words
     * @param localNumbers as {@link TranslatorConfig} has it
     */
    LegTranslator(Engine engine, EnginePair pair, Supplier<NameIndex> names, boolean localNumbers) {
        this.engine = engine;
        this.pair = pair;
        this.names = names;
        this.typography = new Typography(pair.from(), pair.to(), localNumbers);
        this.transliteration = Transliteration.between(pair.from(), pair.to());
    }

    /** As many outcomes as passages, in their order. */
    List<PassageOutcome> translate(List<MarkedPassage> passages) {
        List<Answer> answers = engine.translate(
                pair, passages.stream().map(MarkedPassage::passage).toList());
        if (answers.size() != passages.size()) {
            String detail = engine.name() + " gave " + answers.size() + " answers to " + passages.size() + " passages";
            return passages.stream()
                    .<PassageOutcome>map(passage -> new PassageOutcome.Broken(Reason.ENGINE_FAILED, detail))
                    .toList();
        }
        List<Optional<Draft>> drafts = IntStream.range(0, answers.size())
                .mapToObj(i -> draft(passages.get(i), answers.get(i)))
                .toList();
        restoreMarks(drafts.stream()
                .flatMap(Optional::stream)
                .filter(draft -> !draft.marks.lost().isEmpty())
                .toList());
        NameIndex allNames = names.get();
        return IntStream.range(0, answers.size())
                .mapToObj(i -> outcome(answers.get(i), drafts.get(i), allNames))
                .toList();
    }

    private static Optional<Draft> draft(MarkedPassage passage, Answer answer) {
        return answer instanceof Answer.Sentences sentences && isUsable(passage, sentences)
                ? Optional.of(new Draft(passage, sentences))
                : Optional.empty();
    }

    private PassageOutcome outcome(Answer answer, Optional<Draft> draft, NameIndex allNames) {
        return switch (answer) {
            case Answer.Failed(Reason reason, String detail) -> new PassageOutcome.Broken(reason, detail);
            case Answer.Sentences sentences ->
                draft.<PassageOutcome>map(usable -> new PassageOutcome.Done(finished(usable, allNames)))
                        .orElseGet(() -> new PassageOutcome.Broken(
                                Reason.ENGINE_FAILED, engine.name() + " gave no words, or too few sentences"));
        };
    }

    /** Whether there are words for words, and the borders of the sentences are there or were all given up. */
    private static boolean isUsable(MarkedPassage passage, Answer.Sentences answer) {
        int count = answer.sentences().size();
        return (count == 1 || count == passage.sentences().size()) && hasWords(answer);
    }

    private static boolean hasWords(Answer.Sentences answer) {
        for (Sentence sentence : answer.sentences()) {
            for (Word word : sentence.words()) {
                if (Words.hasLetterOrDigit(word.text())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A translation whose marks are still to be restored. */
    private static final class Draft {
        final MarkedPassage passage;
        final Answer.Sentences answer;
        final List<List<Leaf<Mark>>> leaves = new ArrayList<>();
        final LostMarks marks;
        List<String> faults = List.of();

        Draft(MarkedPassage passage, Answer.Sentences answer) {
            this.passage = passage;
            this.answer = answer;
            for (Sentence sentence : answer.sentences()) {
                leaves.add(new ArrayList<>(MarkedAnswer.leaves(passage, sentence)));
            }
            marks = new LostMarks(passage, leaves);
        }
    }

    /** Asks once more with a mark on each word where that can tell what became of a mark, and places the rest by likeness. */
    private void restoreMarks(List<Draft> drafts) {
        List<MarkedPassage> words =
                drafts.stream().map(draft -> draft.passage.wordByWord()).toList();
        boolean again = !drafts.isEmpty() && engine.abilities().markup() == Markup.MARKS;
        List<Answer> answers = again
                ? engine.translate(
                        pair, words.stream().map(MarkedPassage::passage).toList())
                : List.of();
        for (int i = 0; i < drafts.size(); i++) {
            Optional<Answer.Sentences> second = i < answers.size() && answers.get(i) instanceof Answer.Sentences answer
                    ? Optional.of(answer)
                    : Optional.empty();
            drafts.get(i).faults = drafts.get(i).marks.restore(second, words.get(i));
        }
    }

    private List<TranslatedSentence> finished(Draft draft, NameIndex allNames) {
        List<Range> ranges = ranges(draft.passage, draft.leaves.size());
        List<TranslatedSentence> finished = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            Sentence sentence = draft.answer.sentences().get(i);
            List<String> faults = faults(sentence);
            if (i == 0) {
                faults.addAll(draft.answer.faults());
                faults.addAll(draft.faults);
            }
            String source = ranges.get(i).of(draft.passage.line().text());
            BitSet kept = kept(sentence);
            List<Leaf<Mark>> leaves = draft.leaves.get(i);
            finished.add(new TranslatedSentence(
                    ranges.get(i),
                    typography.finish(
                            source,
                            transliteration
                                    .map(rules -> rules.in(source, leaves, kept, allNames.all()))
                                    .orElse(leaves)),
                    kept,
                    unknown(sentence, allNames),
                    faults));
        }
        return finished;
    }

    private static List<Range> ranges(MarkedPassage passage, int count) {
        List<Range> ranges = passage.sentences();
        return count == ranges.size()
                ? ranges
                : List.of(new Range(ranges.getFirst().start(), ranges.getLast().end()));
    }

    private static BitSet kept(Sentence sentence) {
        BitSet kept = new BitSet();
        for (int i = 0; i < sentence.words().size(); i++) {
            kept.set(i, sentence.words().get(i).evidence() == Evidence.KEPT);
        }
        return kept;
    }

    private static List<String> unknown(Sentence sentence, NameIndex allNames) {
        List<String> unknown = new ArrayList<>();
        for (Word word : sentence.words()) {
            if (word.evidence() == Evidence.UNKNOWN && !allNames.hasWord(word.text())) {
                unknown.add(word.text());
            }
        }
        return unknown;
    }

    private static List<String> faults(Sentence sentence) {
        List<String> faults = new ArrayList<>();
        for (Word word : sentence.words()) {
            if (word.evidence() == Evidence.UNTRANSLATED) {
                faults.add("not translated: " + word.text());
            } else if (word.evidence() == Evidence.UNINFLECTED) {
                faults.add("not inflected: " + word.text());
            }
        }
        return faults;
    }
}
