package org.polywire.translate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.polywire.model.LanguageTag;
import org.polywire.translate.MarkedLine.SourceWord;
import org.polywire.translate.Sentences.Range;

/**
 * Translates passages along a {@link Way}. Between two steps the sentences stay as they are, and each word takes the elements round
 * it along: where a word comes from in the first step and where the next one's come from in the second are put together by that.
 * Safe to share between threads.
 */
final class WayTranslator {
    private static final Set<String> UNSPACED = Set.of("zh", "yue", "ja", "th", "lo", "km", "my");

    private final List<LegTranslator> legs;

    WayTranslator(Way way, Supplier<NameIndex> names, boolean localNumbers) {
        this.legs = way.steps().stream()
                .map(step -> new LegTranslator(step.engine(), step.pair(), names, localNumbers))
                .toList();
    }

    /** As many outcomes as passages, in their order; the sentences' sources are those of the passages. */
    List<PassageOutcome> translate(List<MarkedPassage> passages) {
        List<PassageOutcome> outcomes = legs.getFirst().translate(passages);
        for (LegTranslator leg : legs.subList(1, legs.size())) {
            outcomes = next(leg, passages, outcomes);
        }
        return outcomes;
    }

    private static List<PassageOutcome> next(
            LegTranslator leg, List<MarkedPassage> passages, List<PassageOutcome> before) {
        List<MarkedPassage> done = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) instanceof PassageOutcome.Done(List<TranslatedSentence> sentences)) {
                done.add(passage(sentences, passages.get(i).passage()::names));
            }
        }
        List<PassageOutcome> after = done.isEmpty() ? List.of() : leg.translate(done);
        List<PassageOutcome> outcomes = new ArrayList<>();
        int next = 0;
        for (PassageOutcome outcome : before) {
            outcomes.add(outcome instanceof PassageOutcome.Done first ? joined(first, after.get(next++)) : outcome);
        }
        return outcomes;
    }

    private static PassageOutcome joined(PassageOutcome.Done first, PassageOutcome second) {
        return switch (second) {
            case PassageOutcome.Broken broken -> broken;
            case PassageOutcome.Done(List<TranslatedSentence> sentences) -> {
                boolean whole = sentences.size() == first.sentences().size();
                List<TranslatedSentence> joined = new ArrayList<>();
                for (int i = 0; i < sentences.size(); i++) {
                    joined.add(joined(whole ? List.of(first.sentences().get(i)) : first.sentences(), sentences.get(i)));
                }
                yield new PassageOutcome.Done(joined);
            }
        };
    }

    private static TranslatedSentence joined(List<TranslatedSentence> first, TranslatedSentence second) {
        List<String> unknown = new ArrayList<>(second.unknown());
        List<String> faults = new ArrayList<>();
        for (TranslatedSentence sentence : first) {
            sentence.unknown().stream().filter(word -> !unknown.contains(word)).forEach(unknown::add);
            faults.addAll(sentence.faults());
        }
        faults.addAll(second.faults());
        Range source = new Range(
                first.getFirst().source().start(), first.getLast().source().end());
        return new TranslatedSentence(source, second.leaves(), second.kept(), unknown, faults);
    }

    /** A translated passage as one to translate again. */
    private static MarkedPassage passage(List<TranslatedSentence> sentences, Supplier<Set<String>> names) {
        StringBuilder text = new StringBuilder();
        List<Range> ranges = new ArrayList<>();
        List<SourceWord> words = new ArrayList<>();
        for (TranslatedSentence sentence : sentences) {
            text.append(text.isEmpty() ? "" : " ");
            int start = text.length();
            addWords(sentence.leaves(), sentence.kept(), text, words);
            ranges.add(new Range(start, text.length()));
        }
        return MarkedPassage.of(new MarkedLine(text.toString(), spans(words)), words, ranges, names);
    }

    private static void addWords(List<Leaf<Mark>> leaves, BitSet kept, StringBuilder text, List<SourceWord> words) {
        for (int i = 0; i < leaves.size(); i++) {
            Leaf<Mark> leaf = leaves.get(i);
            text.append(i > 0 ? leaf.before() : "");
            int start = text.length();
            text.append(leaf.text());
            words.add(new SourceWord(start, text.length(), kept.get(i) ? leaf.text() : "", leaf.tags()));
        }
    }

    private static List<Span<Mark>> spans(List<SourceWord> words) {
        Map<Tag<Mark>, Span<Mark>> spans = new HashMap<>();
        for (SourceWord word : words) {
            word.tags()
                    .forEach(tag -> spans.merge(
                            tag,
                            new Span<>(word.start(), word.end(), tag),
                            (left, right) -> new Span<>(left.start(), right.end(), tag)));
        }
        return List.copyOf(spans.values());
    }

    /** What stands between two sentences of the target where this stood in the source. */
    static String gap(String source, LanguageTag from, LanguageTag to) {
        if (UNSPACED.contains(to.language())) {
            return source.isBlank() ? "" : source;
        }
        return source.isEmpty() && UNSPACED.contains(from.language()) ? " " : source;
    }
}
