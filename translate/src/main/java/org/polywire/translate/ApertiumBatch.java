package org.polywire.translate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.model.Reason;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.ApertiumText.Disguise;
import org.polywire.translate.Passage.Run;

/**
 * Translates some passages with one of Apertium's pairs, in as few requests as it can. Names are sent as they are at first, which
 * disturbs the sentence least; those that were changed, and times of day that were torn, are put back by {@link NameRepair}, or else the sentence goes
 * again with them in disguise. So do names of territories, languages and currencies that the engine does not know, which come back as
 * {@link DisplayNames} has them. Not safe to share between threads.
 */
final class ApertiumBatch {
    /** Sends one block to a pair's pipeline. */
    interface Sender {
        String send(String text) throws IOException;
    }

    private final EnginePair pair;
    private final Errata errata;
    private final DisplayNames displayNames;
    private final boolean catalan;
    private final Sender sender;

    ApertiumBatch(EnginePair pair, Errata errata, Sender sender) {
        this.pair = pair;
        this.errata = errata;
        this.displayNames = DisplayNames.between(pair.from(), pair.to());
        this.catalan = pair.to().language().equals("ca");
        this.sender = sender;
    }

    /** What is sent: a passage, and those of its names that go in disguise, each with what stands for it in the translation. */
    private record Asked(Passage passage, Map<String, String> instead) {}

    List<Answer> translate(List<Passage> passages) {
        List<Answer> answers = ask(
                passages.stream().map(passage -> new Asked(passage, Map.of())).toList(), Disguise.WORD);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof Answer.Sentences sentences) {
                addChanges(i, passages.get(i), sentences, changes);
            }
        }
        List<Answer> mended = new ArrayList<>(answers);
        List<Change> left = changes.isEmpty() ? changes : mend(mended, changes);
        return left.isEmpty() ? List.copyOf(mended) : protect(mended, left);
    }

    /** Puts names back where that is plain, and gives the changes that are left. */
    private List<Change> mend(List<Answer> answers, List<Change> changes) {
        NameRepair repair = new NameRepair(wordings(changes));
        List<Change> left = new ArrayList<>();
        for (Change change : changes) {
            Answer.Sentences answer = (Answer.Sentences) answers.get(change.passage());
            if (change.sentence() < 0 || !mend(answer, change, repair, answers)) {
                left.add(change);
            }
        }
        return left;
    }

    private boolean mend(Answer.Sentences answer, Change change, NameRepair repair, List<Answer> answers) {
        Passage source = change.again().passage();
        Sentence mended = elided(repair.mended(
                source.sentences().stream().map(Passage::text).collect(Collectors.joining("\n")),
                answer.sentences().get(change.sentence()),
                change.again().instead()));
        if (!changed(source.names(), source.sentences(), mended).isEmpty()) {
            return false;
        }
        List<Sentence> sentences = new ArrayList<>(answer.sentences());
        sentences.set(change.sentence(), mended);
        answers.set(change.passage(), new Answer.Sentences(sentences, answer.faults()));
        return true;
    }

    /** What the engine makes of each of the changed names alone, word by word. */
    private Map<String, List<String>> wordings(List<Change> changes) {
        List<String> names = changes.stream()
                .flatMap(change -> change.again().instead().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<Answer> answers = ask(
                names.stream()
                        .map(name -> new Asked(new Passage(List.of(List.of(Run.free(name, 0))), Set.of()), Map.of()))
                        .toList(),
                Disguise.WORD);
        Map<String, List<String>> wordings = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (answers.get(i) instanceof Answer.Sentences answer
                    && answer.sentences().size() == 1) {
                wordings.put(
                        names.get(i),
                        answer.sentences().getFirst().words().stream()
                                .map(Word::text)
                                .toList());
            }
        }
        return wordings;
    }

    /** A sentence in which names were changed, as a passage of its own; a whole passage where the borders of sentences were lost. */
    private record Change(int passage, int sentence, Asked again) {}

    private void addChanges(int number, Passage passage, Answer.Sentences answer, List<Change> changes) {
        boolean whole = answer.sentences().size() != passage.sentences().size();
        Set<String> names = passage.names();
        for (int i = 0; i < answer.sentences().size(); i++) {
            List<List<Run>> source =
                    whole ? passage.sentences() : List.of(passage.sentences().get(i));
            Map<String, String> changed =
                    changed(names, source, answer.sentences().get(i));
            if (!changed.isEmpty()) {
                changes.add(new Change(number, whole ? -1 : i, new Asked(new Passage(source, names), changed)));
            }
        }
    }

    /** What is not in the translation as it should be, with what should stand for it. */
    private Map<String, String> changed(Set<String> names, List<List<Run>> source, Sentence target) {
        String before = source.size() == 1
                ? Passage.text(source.getFirst())
                : source.stream().map(Passage::text).collect(Collectors.joining("\n"));
        List<DisplayNames.Match> known = displayNames.in(before);
        if (names.isEmpty() && known.isEmpty() && !ClockTimes.mayBeIn(before)) {
            return Map.of();
        }
        String after = NameRepair.text(target.words());
        Map<String, String> changed = new HashMap<>();
        DisplayNames.untranslated(known, before, target.words(), after).forEach((name, instead) -> {
            if (names.stream().noneMatch(protectedName -> protectedName.contains(name))) {
                changed.put(name, instead);
            }
        });
        ClockTimes.torn(before, after).forEach(time -> changed.put(time, time));
        for (String name : names) {
            if (NameIndex.count(name, after) < NameIndex.count(name, before)) {
                changed.put(name, name);
            }
        }
        return changed;
    }

    private List<Answer> protect(List<Answer> answers, List<Change> changes) {
        List<Answer> second = ask(changes.stream().map(Change::again).toList(), Disguise.WORD);
        List<Answer> result = new ArrayList<>(answers);
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Answer.Sentences first = (Answer.Sentences) result.get(change.passage());
            result.set(change.passage(), better(first, change, second.get(i)));
        }
        return result;
    }

    /** The first answer with the sentence of the second one, if that kept the names; else with the fault. */
    private Answer.Sentences better(Answer.Sentences first, Change change, Answer second) {
        Map<String, String> wanted = change.again().instead();
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
            Set<String> names = change.again().passage().names();
            Map<String, String> still = changed(names, change.again().passage().sentences(), all);
            if (still.size() < wanted.size()) {
                return withFaults(new Answer.Sentences(sentences, first.faults()), still);
            }
        }
        return withFaults(first, wanted);
    }

    private static Answer.Sentences withFaults(Answer.Sentences answer, Map<String, String> names) {
        List<String> faults = new ArrayList<>(answer.faults());
        names.keySet().stream()
                .sorted()
                .filter(name -> name.equals(names.get(name)))
                .forEach(name -> faults.add("the name was changed: " + name));
        return new Answer.Sentences(answer.sentences(), faults);
    }

    /** As many answers as passages. Where the engine spoiled a joint request, its halves go again, down to single passages. */
    private List<Answer> ask(List<Asked> asked, Disguise disguise) {
        List<Passage> passages = asked.stream().map(Asked::passage).toList();
        List<Map<String, String>> instead = asked.stream()
                .flatMap(one -> Collections.nCopies(one.passage().sentences().size(), one.instead()).stream())
                .toList();
        Joined joined = new Joined(passages);
        ApertiumText request = new ApertiumText(joined.whole(), disguise, instead);
        String raw;
        try {
            raw = sender.send(request.stream());
        } catch (Pipeline.SlowPipelineException e) {
            return passages.size() > 1
                    ? halves(asked, disguise)
                    : List.of(new Answer.Failed(Reason.ENGINE_TIMEOUT, pair.code() + ": " + e.getMessage()));
        } catch (IOException e) {
            return passages.size() > 1
                    ? halves(asked, disguise)
                    : List.of(new Answer.Failed(Reason.ENGINE_FAILED, pair.code() + ": " + e.getMessage()));
        }
        ApertiumAnswer answer = new ApertiumAnswer(raw, request, joined.whole());
        boolean bordersKept =
                answer.sentences().size() == joined.whole().sentences().size();
        if (passages.size() > 1 && !(answer.wellFormed() && bordersKept)) {
            return halves(asked, disguise);
        }
        if (!answer.wellFormed()) {
            return List.of(new Answer.Failed(Reason.ENGINE_FAILED, pair.code() + " gave no usable answer"));
        }
        Answer.Sentences whole = new Answer.Sentences(corrected(joined.whole(), answer.sentences()), List.of());
        List<Answer.Sentences> parts = passages.size() == 1 ? List.of(whole) : joined.parted(whole);
        return answer.lost().isEmpty()
                ? List.copyOf(parts)
                : withoutLosses(asked, parts, request, answer.lost(), disguise);
    }

    private List<Answer> halves(List<Asked> asked, Disguise disguise) {
        int middle = asked.size() / 2;
        List<Answer> answers = new ArrayList<>(ask(asked.subList(0, middle), disguise));
        answers.addAll(ask(asked.subList(middle, asked.size()), disguise));
        return answers;
    }

    /** The passages that lost kept text go again with it as a blank; what is lost even so is a fault. */
    private List<Answer> withoutLosses(
            List<Asked> asked,
            List<Answer.Sentences> parts,
            ApertiumText request,
            List<Integer> lost,
            Disguise disguise) {
        List<Answer> answers = new ArrayList<>(parts);
        int end = 0;
        for (int i = 0; i < asked.size(); i++) {
            int start = end;
            end += asked.get(i).passage().sentences().size();
            int until = end;
            List<String> own = lost.stream()
                    .filter(number -> request.sentenceOfKept(number) >= start && request.sentenceOfKept(number) < until)
                    .map(number -> "kept text was lost: " + request.kept(number))
                    .toList();
            if (!own.isEmpty()) {
                answers.set(
                        i,
                        disguise == Disguise.WORD
                                ? ask(List.of(asked.get(i)), Disguise.BLANK).getFirst()
                                : new Answer.Sentences(parts.get(i).sentences(), own));
            }
        }
        return answers;
    }

    private List<Sentence> corrected(Passage passage, List<Sentence> sentences) {
        List<List<Run>> sources = passage.sentences();
        List<Sentence> corrected = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            List<List<Run>> source = sentences.size() == sources.size() ? sources.subList(i, i + 1) : sources;
            Sentence sentence = errata.corrected(
                    sentences.get(i), () -> source.stream().map(Passage::text).collect(Collectors.joining(" ")));
            corrected.add(elided(sentence));
        }
        return corrected;
    }

    private Sentence elided(Sentence sentence) {
        return catalan ? CatalanElision.in(sentence) : sentence;
    }
}
