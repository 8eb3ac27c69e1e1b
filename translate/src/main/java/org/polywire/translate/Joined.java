package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.Passage.Run;

/**
 * Several passages as a single one, for an engine that is faster with long texts; its answer is parted again. Each keeps its own marks:
 * those of the second come after those of the first, and so on.
 */
final class Joined {
    private final List<Passage> passages;
    private final List<Integer> offsets = new ArrayList<>();
    private final Passage whole;

    Joined(List<Passage> passages) {
        this.passages = passages;
        List<List<Run>> sentences = new ArrayList<>();
        int offset = 0;
        for (Passage passage : passages) {
            int before = offset;
            offsets.add(before);
            int marks = marks(passage);
            passage.sentences()
                    .forEach(sentence -> sentences.add(
                            marks == 0
                                    ? sentence
                                    : sentence.stream()
                                            .map(run -> moved(run, before))
                                            .toList()));
            offset += marks;
        }
        whole = new Passage(sentences, Set.of());
    }

    private static Run moved(Run run, int offset) {
        return run.mark() > 0 ? new Run(run.text(), run.mark() + offset, run.fixed()) : run;
    }

    private static int marks(Passage passage) {
        int most = 0;
        for (List<Run> sentence : passage.sentences()) {
            for (Run run : sentence) {
                most = Math.max(most, run.mark());
            }
        }
        return most;
    }

    /** All sentences, without names: those are looked for in the answer of each passage. */
    Passage whole() {
        return whole;
    }

    /**
     * The answer of each passage.
     *
     * @param answer with as many sentences as the whole passage
     */
    List<Answer.Sentences> parted(Answer.Sentences answer) {
        List<Answer.Sentences> parts = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < passages.size(); i++) {
            int end = next + passages.get(i).sentences().size();
            int offset = offsets.get(i);
            List<Sentence> own = answer.sentences().subList(next, end).stream()
                    .map(sentence -> back(sentence, offset))
                    .toList();
            parts.add(new Answer.Sentences(own, i == 0 ? answer.faults() : List.of()));
            next = end;
        }
        return parts;
    }

    private static Sentence back(Sentence sentence, int offset) {
        if (offset == 0) {
            return sentence;
        }
        List<Word> words = new ArrayList<>(sentence.words().size());
        for (Word word : sentence.words()) {
            words.add(back(word, offset));
        }
        return new Sentence(words);
    }

    private static Word back(Word word, int offset) {
        return word.marks().isEmpty()
                ? word
                : new Word(
                        word.before(),
                        word.text(),
                        word.marks().stream()
                                .map(mark -> mark > offset ? mark - offset : 0)
                                .toList(),
                        word.evidence());
    }
}
