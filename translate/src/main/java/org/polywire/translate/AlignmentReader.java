package org.polywire.translate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.polywire.model.Reason;
import org.polywire.translate.AlignedSentence.Link;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.Passage.Run;
import org.polywire.translate.Sentences.Range;

/**
 * Turns one aligned sentence into words with marks: each word carries the marks of the source text that it comes from. Not safe to
 * share between threads.
 */
final class AlignmentReader {
    /** A name's translation that shares fewer first letters with it is another word, and not an inflected form. */
    private static final int SHARED_LETTERS = 3;

    /** What must stand in the target: a piece of the source and its text there. */
    private record Wanted(Range source, String text, int mark, boolean name) {}

    /** A part of the target that is settled: what stands there, for which piece. */
    private record Settled(Range target, Wanted wanted) {}

    private final List<Run> runs;
    private final AlignedSentence translation;
    private final List<Range> ranges = new ArrayList<>();
    private final TreeSet<Settled> settled =
            new TreeSet<>(Comparator.comparingInt((Settled one) -> one.target().start()));
    private final List<String> faults = new ArrayList<>();

    private AlignmentReader(List<Run> runs, AlignedSentence translation) {
        this.runs = runs;
        this.translation = translation;
        int at = 0;
        for (Run run : runs) {
            ranges.add(new Range(at, at + run.text().length()));
            at += run.text().length();
        }
    }

    static Answer read(Passage passage, List<AlignedSentence> sentences) {
        if (sentences.size() != passage.sentences().size()) {
            throw new IllegalArgumentException(
                    sentences.size() + " sentences for " + passage.sentences().size());
        }
        List<Sentence> read = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            AlignmentReader reader = new AlignmentReader(passage.sentences().get(i), sentences.get(i));
            if (reader.isUnaligned()) {
                return new Answer.Failed(Reason.ENGINE_FAILED, "a sentence with marks came back without alignment");
            }
            read.add(reader.sentence(passage.names()));
            faults.addAll(reader.faults);
        }
        return new Answer.Sentences(read, faults);
    }

    private boolean isUnaligned() {
        return translation.links().isEmpty() && runs.stream().anyMatch(run -> run.mark() > 0);
    }

    private Sentence sentence(Set<String> names) {
        check();
        List<Wanted> wanted = wanted(names);
        List<Wanted> changed =
                wanted.stream().filter(one -> !settleLiterally(one)).toList();
        changed.forEach(this::settleByAlignment);
        return new Sentence(words());
    }

    private void check() {
        int source = ranges.isEmpty() ? 0 : ranges.getLast().end();
        for (Link link : translation.links()) {
            if (link.end() > translation.text().length() || link.sourceEnd() > source) {
                throw new IllegalArgumentException("an alignment outside of its sentence: " + link);
            }
        }
    }

    private List<Wanted> wanted(Set<String> names) {
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (run.kept()) {
                wanted.add(new Wanted(ranges.get(i), run.fixed(), run.mark(), false));
            } else if (!names.isEmpty()) {
                int start = ranges.get(i).start();
                ApertiumText.anyOf(names)
                        .matcher(run.text())
                        .results()
                        .map(found -> name(found, start, run.mark()))
                        .forEach(wanted::add);
            }
        }
        return wanted;
    }

    private static Wanted name(MatchResult found, int start, int mark) {
        return new Wanted(new Range(start + found.start(), start + found.end()), found.group(), mark, true);
    }

    /** Finds the text where it stands in the target already: as it is, or, unless it is a name, in other capitals. */
    private boolean settleLiterally(Wanted wanted) {
        return settleLiterally(wanted, false) || !wanted.name() && settleLiterally(wanted, true);
    }

    /** Takes the place nearest to the words that are aligned with it, of those not taken. */
    private boolean settleLiterally(Wanted wanted, boolean ignoreCase) {
        int expected = block(wanted.source()).map(Range::start).findFirst().orElse(0);
        String text = translation.text();
        String word = wanted.text();
        Range best = new Range(-1, -1);
        for (int at = 0; at + word.length() <= text.length(); at++) {
            Range here = new Range(at, at + word.length());
            boolean nearer = best.start() < 0 || Math.abs(at - expected) < Math.abs(best.start() - expected);
            if (nearer && text.regionMatches(ignoreCase, at, word, 0, word.length()) && isWhole(here) && isFree(here)) {
                best = here;
            }
        }
        return best.start() >= 0 && settled.add(new Settled(best, wanted));
    }

    /** Whether a part of the target is no part of a longer word. */
    private boolean isWhole(Range range) {
        String text = translation.text();
        return !(range.start() > 0
                        && Character.isLetterOrDigit(text.charAt(range.start() - 1))
                        && Character.isLetterOrDigit(text.charAt(range.start())))
                && !(range.end() < text.length()
                        && Character.isLetterOrDigit(text.charAt(range.end()))
                        && Character.isLetterOrDigit(text.charAt(range.end() - 1))
                        && !Words.isUnspaced(text.codePointAt(range.end())));
    }

    private boolean isFree(Range range) {
        return settled.stream()
                .noneMatch(one ->
                        one.target().start() < range.end() && one.target().end() > range.start());
    }

    private void settleByAlignment(Wanted wanted) {
        List<Range> words = block(wanted.source()).toList();
        if (words.isEmpty()) {
            faults.add((wanted.name() ? "the name was lost: " : "kept text was lost: ") + wanted.text());
            return;
        }
        Range block = new Range(words.getFirst().start(), words.getLast().end());
        String there = block.of(translation.text());
        if (wanted.name() && isForm(wanted.text(), there)) {
            return;
        }
        boolean whole = isFree(block)
                && words.size()
                        == Words.in(translation.text(), block.start(), block.end())
                                .size();
        if (whole && (!wanted.name() || sameScript(wanted.text(), there))) {
            settled.add(new Settled(block, wanted));
        } else {
            faults.add((wanted.name() ? "the name was changed: " : "kept text was lost: ") + wanted.text());
        }
    }

    /** Whether a name only took an ending: <i>Praha</i>, <i>Prahy</i>. */
    private static boolean isForm(String name, String there) {
        int shared = 0;
        while (shared < Math.min(name.length(), there.length()) && name.charAt(shared) == there.charAt(shared)) {
            shared++;
        }
        return shared >= Math.min(SHARED_LETTERS, Math.min(name.length(), there.length()));
    }

    private static boolean sameScript(String left, String right) {
        return script(left) == script(right);
    }

    private static Character.UnicodeScript script(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .findFirst()
                .orElse(Character.UnicodeScript.COMMON);
    }

    /** The words of the target that come from within a piece of the source before all else; a space may be part of a link. */
    private Stream<Range> block(Range source) {
        return Words.in(translation.text()).stream()
                .filter(word -> links(word)
                        .limit(1)
                        .anyMatch(link ->
                                link.sourceStart() >= source.start() - 1 && link.sourceEnd() <= source.end() + 1));
    }

    private Stream<Link> links(Range word) {
        return translation.links().stream().filter(link -> link.start() < word.end() && link.end() > word.start());
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        int end = 0;
        int at = 0;
        for (Settled one : settled) {
            end = addWords(at, one.target().start(), end, words);
            String before = translation.text().substring(end, one.target().start());
            Wanted wanted = one.wanted();
            Evidence evidence = wanted.name() ? Evidence.GOOD : Evidence.KEPT;
            words.add(new Word(before, wanted.text(), List.of(wanted.mark()), evidence));
            at = one.target().end();
            end = at;
        }
        addWords(at, translation.text().length(), end, words);
        return words;
    }

    private int addWords(int from, int to, int endOfLast, List<Word> words) {
        int end = endOfLast;
        for (Range word : parts(Words.in(translation.text(), from, to))) {
            String before = translation.text().substring(end, word.start());
            words.add(new Word(before, word.of(translation.text()), marks(word), Evidence.GOOD));
            end = word.end();
        }
        return end;
    }

    /** The words, those with hyphens cut where another link begins. */
    private List<Range> parts(List<Range> words) {
        List<Range> parts = new ArrayList<>();
        for (Range word : words) {
            int start = word.start();
            for (int i = start + 1; i < word.end(); i++) {
                int at = i;
                if (translation.text().charAt(i - 1) == '-'
                        && translation.links().stream().anyMatch(link -> link.start() == at)) {
                    parts.add(new Range(start, i));
                    start = i;
                }
            }
            parts.add(new Range(start, word.end()));
        }
        return parts;
    }

    /** The marks of the runs that a word comes from, best first. */
    private List<Integer> marks(Range word) {
        return links(word).map(this::mark).distinct().toList();
    }

    private int mark(Link link) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < runs.size(); i++) {
            Range range = ranges.get(i);
            int held = Math.min(range.end(), link.sourceEnd()) - Math.max(range.start(), link.sourceStart());
            if (held > most) {
                most = held;
                best = runs.get(i).mark();
            }
        }
        return best;
    }
}
