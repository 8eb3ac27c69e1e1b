package org.polywire.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares texts by their words; a text without spaces (Chinese, Japanese) by pairs of its characters. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_\\p{M}]+");
    private static final Pattern UNSPACED = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？।؟۔։][\\p{Pf}\\p{Pe}\"'»“”’)\\]\\s]*$");

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            add(matcher.group().toLowerCase(Locale.ROOT), words);
        }
        return words;
    }

    private static void add(String word, List<String> words) {
        if (!UNSPACED.matcher(word).find() || word.length() < 3) {
            words.add(word);
            return;
        }
        for (int i = 0; i + 2 <= word.length(); i++) {
            words.add(word.substring(i, i + 2));
        }
    }

    /** Characters as a reader of an alphabet would feel them: one of an unspaced script counts three. */
    static int length(String text) {
        int count = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x0e00
                    && UNSPACED.matcher(text.substring(i, i + 1)).matches()) {
                count += 2;
            }
        }
        return count;
    }

    /** Dice's coefficient of the two sets of words: 0 to 1. */
    static double overlap(String one, String other) {
        Set<String> a = new HashSet<>(of(one));
        Set<String> b = new HashSet<>(of(other));
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int size = a.size() + b.size();
        a.retainAll(b);
        return 2.0 * a.size() / size;
    }

    /** The share of the first text's different words that the second has. */
    static double contained(String part, String whole) {
        Set<String> a = new HashSet<>(of(part));
        if (a.isEmpty()) {
            return 0;
        }
        int size = a.size();
        a.retainAll(new HashSet<>(of(whole)));
        return (double) a.size() / size;
    }

    /** The letters and digits alone, in lower case: equal for texts that differ in punctuation and spaces. */
    static String key(String text) {
        return String.join(" ", of(Normalizer.normalize(text, Normalizer.Form.NFKC)));
    }

    static boolean endsSentence(String text) {
        return SENTENCE_END.matcher(text).find();
    }
}
