package org.polywire.translate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.model.Reason;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.ApertiumText.Disguise;
import org.polywire.translate.Passage.Run;

/**
 * Translates some passages with one of Apertium's pairs, in as few requests as it can. Names are sent as they are at first, which
 * disturbs the sentence least; sentences whose names were changed, or whose times of day were torn, go again, with these in disguise. Not safe to share between threads.
 */
final class ApertiumBatch {
    /** Sends one block to a pair's pipeline. */
    interface Sender {
        String send(String text) throws IOException;
    }

    private final EnginePair pair;
    private final Errata errata;
    private final Sender sender;

    ApertiumBatch(EnginePair pair, Errata errata, Sender sender) {
        this.pair = pair;
        this.errata = errata;
        this.sender = sender;
    }

    List<Answer> translate(List<Passage> passages) {
        List<Answer> answers = ask(passages, Disguise.WORD, Set.of());
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof Answer.Sentences sentences) {
                addChanges(i, passages.get(i), sentences, changes);
            }
        }
        return changes.isEmpty() ? answers : protect(answers, changes);
    }

    /** A sentence in which names were changed, as a passage of its own; a whole passage where the borders of sentences were lost. */
    private record Change(int passage, int sentence, Passage text, Set<String> names) {}

    private static void addChanges(int number, Passage passage, Answer.Sentences answer, List<Change> changes) {
        if (passage.names().isEmpty() && !ClockTimes.mayBeIn(passage)) {
            return;
        }
        boolean whole = answer.sentences().size() != passage.sentences().size();
        for (int i = 0; i < answer.sentences().size(); i++) {
            List<List<Run>> source =
                    whole ? passage.sentences() : List.of(passage.sentences().get(i));
            Set<String> changed =
                    changed(passage.names(), source, answer.sentences().get(i));
            if (!changed.isEmpty()) {
                changes.add(new Change(number, whole ? -1 : i, new Passage(source, passage.names()), changed));
            }
        }
    }

    private static Set<String> changed(Set<String> names, List<List<Run>> source, Sentence target) {
        String before = source.stream().map(Passage::text).collect(Collectors.joining("\n"));
        StringBuilder words = new StringBuilder();
        target.words().forEach(word -> words.append(word.before()).append(word.text()));
        String after = words.toString();
        Set<String> changed = ClockTimes.torn(before, after);
        for (String name : names) {
            if (NameIndex.count(name, after) < NameIndex.count(name, before)) {
                changed.add(name);
            }
        }
        return changed;
    }

    private List<Answer> protect(List<Answer> answers, List<Change> changes) {
        Set<String> names = new HashSet<>();
        changes.forEach(change -> names.addAll(change.names()));
        List<Answer> second = ask(changes.stream().map(Change::text).toList(), Disguise.WORD, names);
        List<Answer> result = new ArrayList<>(answers);
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Answer.Sentences first = (Answer.Sentences) result.get(change.passage());
            result.set(change.passage(), better(first, change, second.get(i)));
        }
        return result;
    }

    /** The first answer with the sentence of the second one, if that kept the names; else with the fault. */
    private static Answer.Sentences better(Answer.Sentences first, Change change, Answer second) {
        if (second instanceof Answer.Sentences answer && answer.faults().isEmpty()) {
            List<Sentence> sentences = new ArrayList<>(first.sentences());
            if (change.sentence() < 0) {
                sentences = answer.sentences();
            } else {
                sentences.set(
                        change.sentence(),
                        new Sentence(answer.sentences().stream()
                                .flatMap(sentence -> sentence.words().stream())
                                .toList()));
            }
            Sentence all = new Sentence(answer.sentences().stream()
                    .flatMap(sentence -> sentence.words().stream())
                    .toList());
            Set<String> still = changed(change.names(), change.text().sentences(), all);
            if (still.size() < change.names().size()) {
                return withFaults(new Answer.Sentences(sentences, first.faults()), still);
            }
        }
        return withFaults(first, change.names());
    }

    private static Answer.Sentences withFaults(Answer.Sentences answer, Set<String> names) {
        List<String> faults = new ArrayList<>(answer.faults());
        names.stream().sorted().forEach(name -> faults.add("the name was changed: " + name));
        return new Answer.Sentences(answer.sentences(), faults);
    }

    /** As many answers as passages. Where the engine spoiled a joint request, its halves go again, down to single passages. */
    private List<Answer> ask(List<Passage> passages, Disguise disguise, Set<String> disguisedNames) {
        Joined joined = new Joined(passages);
        ApertiumText request = new ApertiumText(joined.whole(), disguise, disguisedNames);
        String raw;
        try {
            raw = sender.send(request.stream());
        } catch (Pipeline.SlowPipelineException e) {
            return passages.size() > 1
                    ? halves(passages, disguise, disguisedNames)
                    : List.of(new Answer.Failed(Reason.ENGINE_TIMEOUT, pair.code() + ": " + e.getMessage()));
        } catch (IOException e) {
            return passages.size() > 1
                    ? halves(passages, disguise, disguisedNames)
                    : List.of(new Answer.Failed(Reason.ENGINE_FAILED, pair.code() + ": " + e.getMessage()));
        }
        ApertiumAnswer answer = new ApertiumAnswer(raw, request, joined.whole());
        boolean bordersKept =
                answer.sentences().size() == joined.whole().sentences().size();
        if (passages.size() > 1 && !(answer.wellFormed() && bordersKept)) {
            return halves(passages, disguise, disguisedNames);
        }
        if (!answer.wellFormed()) {
            return List.of(new Answer.Failed(Reason.ENGINE_FAILED, pair.code() + " gave no usable answer"));
        }
        Answer.Sentences whole = new Answer.Sentences(corrected(joined.whole(), answer.sentences()), List.of());
        List<Answer.Sentences> parts = passages.size() == 1 ? List.of(whole) : joined.parted(whole);
        return answer.lost().isEmpty()
                ? List.copyOf(parts)
                : withoutLosses(passages, parts, request, answer.lost(), disguise, disguisedNames);
    }

    private List<Answer> halves(List<Passage> passages, Disguise disguise, Set<String> disguisedNames) {
        int middle = passages.size() / 2;
        List<Answer> answers = new ArrayList<>(ask(passages.subList(0, middle), disguise, disguisedNames));
        answers.addAll(ask(passages.subList(middle, passages.size()), disguise, disguisedNames));
        return answers;
    }

    /** The passages that lost kept text go again with it as a blank; what is lost even so is a fault. */
    private List<Answer> withoutLosses(
            List<Passage> passages,
            List<Answer.Sentences> parts,
            ApertiumText request,
            List<Integer> lost,
            Disguise disguise,
            Set<String> disguisedNames) {
        List<Answer> answers = new ArrayList<>(parts);
        int end = 0;
        for (int i = 0; i < passages.size(); i++) {
            int start = end;
            end += passages.get(i).sentences().size();
            int until = end;
            List<String> own = lost.stream()
                    .filter(number -> request.sentenceOfKept(number) >= start && request.sentenceOfKept(number) < until)
                    .map(number -> "kept text was lost: " + request.kept(number))
                    .toList();
            if (!own.isEmpty()) {
                answers.set(
                        i,
                        disguise == Disguise.WORD
                                ? ask(List.of(passages.get(i)), Disguise.BLANK, disguisedNames)
                                        .getFirst()
                                : new Answer.Sentences(parts.get(i).sentences(), own));
            }
        }
        return answers;
    }

    private List<Sentence> corrected(Passage passage, List<Sentence> sentences) {
        List<String> sources = passage.sentences().stream().map(Passage::text).toList();
        List<Sentence> corrected = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            String source = sentences.size() == sources.size() ? sources.get(i) : String.join(" ", sources);
            Sentence sentence = errata.corrected(sentences.get(i), source);
            corrected.add(pair.to().language().equals("ca") ? CatalanElision.in(sentence) : sentence);
        }
        return corrected;
    }
}
