package org.polywire.translate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;

/**
 * Puts names that an engine changed back into its translation, where it is plain which words it made of them: those that it makes of the name
 * alone. The sentence stays as the engine built it round a name that it knew, and need not go again. Immutable.
 */
final class NameRepair {
    private final Map<String, List<String>> wordings;

    /**
     * @param wordings of each name what the engine makes of it alone, word by word
     */
    NameRepair(Map<String, List<String>> wordings) {
        this.wordings = Map.copyOf(wordings);
    }

    /**
     * The sentence with the names in it that could be put back.
     *
     * @param wanted what should stand in it for each name of the source
     */
    Sentence mended(String source, Sentence sentence, Map<String, String> wanted) {
        List<String> longestFirst = wanted.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Word> words = sentence.words();
        for (String name : longestFirst) {
            String instead = wanted.getOrDefault(name, name);
            int missing = NameIndex.count(name, source) - NameIndex.count(instead, text(words));
            words = mended(words, wordings.getOrDefault(name, List.of()), instead, missing);
        }
        return new Sentence(words);
    }

    static String text(List<Word> words) {
        StringBuilder text = new StringBuilder();
        for (Word word : words) {
            text.append(word.before()).append(word.text());
        }
        return text.toString();
    }

    /** The same words where another number of them than is missing could be meant. */
    private static List<Word> mended(List<Word> words, List<String> wording, String instead, int missing) {
        List<Integer> places = places(words, wording);
        if (wording.isEmpty() || wording.contains("") || places.size() != missing) {
            return words;
        }
        List<Word> mended = new ArrayList<>();
        int next = 0;
        for (int place : places) {
            List<Word> before = words.subList(place, place + wording.size());
            if (place < next || !fits(words, place, instead) || !alike(before)) {
                return words;
            }
            mended.addAll(words.subList(next, place));
            mended.add(new Word(
                    before.getFirst().before(), instead, before.getFirst().marks(), Evidence.KEPT));
            next = place + wording.size();
        }
        mended.addAll(words.subList(next, words.size()));
        return mended;
    }

    private static List<Integer> places(List<Word> words, List<String> wording) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i + wording.size() <= words.size(); i++) {
            List<Word> here = words.subList(i, i + wording.size());
            if (here.stream().map(Word::text).toList().equals(wording)) {
                places.add(i);
            }
        }
        return places;
    }

    /** What lost its vowel before the engine's word may not lose it before another: <i>l'Hort</i>, <i>el Huerto</i>. */
    private static boolean fits(List<Word> words, int place, String instead) {
        String before = place == 0 ? "" : words.get(place - 1).text();
        boolean elided = before.endsWith("'") || before.endsWith("’");
        return !elided || words.get(place).text().charAt(0) == instead.charAt(0);
    }

    /** Whether all words have the same elements round them, so that one word can stand for them. */
    private static boolean alike(List<Word> words) {
        return words.stream().map(Word::marks).distinct().count() == 1;
    }
}
