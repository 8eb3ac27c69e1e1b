package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;

/**
 * Joins the articles and <i>de</i> of Catalan to a name that begins with a vowel: <i>l'Atlético</i>, <i>d'Ibáñez</i>. Apertium does so
 * for words of its dictionary only. Words in capitals are left alone, as they may be spelt out: <i>la ONU</i>.
 */
final class CatalanElision {
    /** A name with a vowel first; {@code Iemen} begins with a consonant. An h is left alone: that of foreign names is heard. */
    private static final Pattern VOWEL = Pattern.compile("(?:[AEOÀÁÈÉÒÓ]|[IUÍÚ](?![aeiou]))\\p{Ll}.*");

    /** The article of feminine names stays whole before most i and u. */
    private static final Pattern OPEN_VOWEL = Pattern.compile("[AEOÀÁÈÉÒÓ]\\p{Ll}.*");

    private static final Map<String, List<String>> JOINED = Map.of(
            "el", List.of("l'"),
            "El", List.of("L'"),
            "la", List.of("l'"),
            "La", List.of("L'"),
            "de", List.of("d'"),
            "De", List.of("D'"),
            "al", List.of("a", "l'"),
            "Al", List.of("A", "l'"),
            "del", List.of("de", "l'"),
            "pel", List.of("per", "l'"));

    private CatalanElision() {}

    static Sentence in(Sentence sentence) {
        List<Word> words = new ArrayList<>();
        for (Word word : sentence.words()) {
            if (!words.isEmpty() && elides(words.getLast().text(), word)) {
                Word before = words.removeLast();
                List<String> parts = JOINED.getOrDefault(before.text(), List.of());
                for (int i = 0; i < parts.size(); i++) {
                    words.add(
                            new Word(i == 0 ? before.before() : " ", parts.get(i), before.marks(), before.evidence()));
                }
                words.add(new Word("", word.text(), word.marks(), word.evidence()));
            } else {
                words.add(word);
            }
        }
        return new Sentence(words);
    }

    private static boolean elides(String before, Word word) {
        Pattern vowel = before.equals("la") || before.equals("La") ? OPEN_VOWEL : VOWEL;
        return JOINED.containsKey(before)
                && word.before().equals(" ")
                && vowel.matcher(word.text()).matches();
    }
}
