package org.polywire.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.Passage.Run;

/**
 * Shares the marks of a word-bound blank among its words.
 *
 * <p>Apertium merges an article, preposition or full stop with its neighbour and puts one blank round both: marking
 * <i>presidente</i> in <i>el presidente</i> gives back <i>[el president]</i>, and <i>de</i>[1] + <i>el</i>[2] +
 * <i>gobierno</i>[3] gives <i>[del govern]</i> with all three marks.
 */
final class MarkSharing {
    /** Articles, prepositions and their contractions are no longer than this. */
    private static final int SHORT = 4;
    /** Short words that no engine merges with what follows. */
    private static final Set<String> CONJUNCTIONS =
            Set.of("y", "e", "i", "o", "u", "ni", "nem", "que", "si", "se", "pero", "però", "mas", "mes", "més");

    private record Origin(String text, String wordBefore, boolean kept) {
        String firstWord() {
            return text.strip().split("\\s+", 2)[0];
        }
    }

    private final Map<Integer, Origin> origins = new HashMap<>();

    MarkSharing(Passage passage) {
        for (List<Run> sentence : passage.sentences()) {
            StringBuilder before = new StringBuilder();
            for (Run run : sentence) {
                if (run.mark() > 0) {
                    origins.put(run.mark(), new Origin(run.text(), lastWord(before), run.kept()));
                }
                before.append(run.text());
            }
        }
    }

    private static String lastWord(CharSequence text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return text.subSequence(start, end).toString();
    }

    /** The words of one blank with the marks that each deserves. */
    List<Word> share(List<Word> words, List<Integer> marks) {
        List<Integer> distinct =
                marks.size() == 1 ? marks : marks.stream().distinct().toList();
        if (words.size() == 1) {
            return List.of(marked(words.getFirst(), own(words.getFirst(), distinct)));
        }
        List<Word> shared = new ArrayList<>();
        List<Integer> translated =
                distinct.stream().filter(mark -> !isKept(mark)).toList();
        Set<Integer> unmarked = merged(words, translated);
        int core = 0;
        int cores = (int) words.stream().filter(MarkSharing::isCore).count();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            List<Integer> deserved = deserved(word, translated, core, cores);
            shared.add(marked(word, unmarked.contains(i) ? List.of() : deserved));
            core += isCore(word) ? 1 : 0;
        }
        return shared;
    }

    private List<Integer> deserved(Word word, List<Integer> marks, int core, int cores) {
        if (!word.marks().isEmpty() || marks.isEmpty()) {
            return word.marks();
        }
        if (!isCore(word)) {
            return marks.stream()
                    .filter(mark -> origin(mark).text().contains(word.text()))
                    .toList();
        }
        return cores >= marks.size() && marks.size() > 1 ? List.of(marks.get(Math.min(core, marks.size() - 1))) : marks;
    }

    /** The words that were only merged with the marked ones: an article or preposition before them, or what follows one. */
    private Set<Integer> merged(List<Word> words, List<Integer> marks) {
        Set<Integer> merged = new HashSet<>();
        if (marks.size() != 1 || !isShort(words.getFirst().text())) {
            return merged;
        }
        Origin origin = origin(marks.getFirst());
        boolean startsWithKept = words.stream()
                .filter(word -> !word.marks().isEmpty())
                .anyMatch(word -> origin.text().startsWith(word.text()));
        boolean articleBefore = isShort(origin.wordBefore())
                && !CONJUNCTIONS.contains(origin.wordBefore().toLowerCase(Locale.ROOT))
                && origin.firstWord().length() >= SHORT;
        if (startsWithKept || articleBefore) {
            IntStream.range(0, leadingShort(words)).forEach(merged::add);
        } else if (isShort(origin.text())) {
            IntStream.range(1, words.size()).forEach(merged::add);
        }
        return merged;
    }

    /** How many short words stand at the beginning, at most two and never all. */
    private static int leadingShort(List<Word> words) {
        int count = 0;
        while (count < Math.min(2, words.size() - 1) && isShort(words.get(count).text())) {
            count++;
        }
        return count;
    }

    private static boolean isShort(String word) {
        return !word.isEmpty() && word.length() <= SHORT;
    }

    private static boolean isCore(Word word) {
        return !Words.isPunctuation(word.text().charAt(0));
    }

    private Origin origin(int mark) {
        return origins.getOrDefault(mark, new Origin("", "", false));
    }

    private boolean isKept(int mark) {
        return origin(mark).kept();
    }

    private static List<Integer> own(Word word, List<Integer> marks) {
        return word.marks().isEmpty() ? marks : word.marks();
    }

    private static Word marked(Word word, List<Integer> marks) {
        return new Word(word.before(), word.text(), marks, word.evidence());
    }
}
