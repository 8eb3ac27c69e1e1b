package org.polywire.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Compares texts by their words; a text without spaces (Chinese, Japanese) by pairs of its characters. */
final class Words {
    /** The first letter of the first unspaced script, Thai. */
    private static final int FIRST_UNSPACED = 0x0e00;

    /** The one letter whose small form depends on where the word ends. */
    private static final char SIGMA = 'Σ';

    /** Whether each character is part of a word: all text of a page is parted into words. */
    private static final boolean[] WORD = allWords();

    /** Whether each character is of a script without spaces: finding the script of a character takes a dozen steps. */
    private static final boolean[] UNSPACED = allUnspaced();

    /** Characters that stand for themselves or for letters and marks, as NFKC has it, beside many others. */
    private static final String COMPATIBLE =
            "\u00a8\u00aa\u00af\u00b2\u00b3\u00b4\u00b5\u00b8\u00b9\u00ba\u00bc\u00bd\u00be"
                    + "\u0132\u0133\u013f\u0140\u0149\u017f\u2017";

    private Words() {}

    private static boolean[] allWords() {
        boolean[] words = new boolean[Character.MAX_VALUE + 1];
        for (int c = 0; c < words.length; c++) {
            words[c] = isWord(c);
        }
        return words;
    }

    private static boolean[] allUnspaced() {
        boolean[] unspaced = new boolean[Character.MAX_VALUE + 1];
        for (int c = FIRST_UNSPACED; c < unspaced.length; c++) {
            unspaced[c] = isUnspaced(c);
        }
        return unspaced;
    }

    static List<String> of(String text) {
        List<String> words = new ArrayList<>(text.length() / 6 + 1);
        boolean late = text.indexOf(SIGMA) >= 0;
        String lower = late ? text : Texts.lower(text);
        int at = 0;
        while (at < lower.length()) {
            int start = skip(lower, at, false);
            at = skip(lower, start, true);
            if (at > start) {
                String word = lower.substring(start, at);
                add(late ? Texts.lower(word) : word, words);
            }
        }
        return words;
    }

    /** The first place from there on where a character is not, or is, part of a word. */
    private static int skip(String text, int from, boolean inWord) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean pair = Character.isHighSurrogate(c);
            if ((pair ? isWord(text.codePointAt(at)) : WORD[c]) != inWord) {
                return at;
            }
            at += pair ? Character.charCount(text.codePointAt(at)) : 1;
        }
        return at;
    }

    /** Whether a character is a letter, a mark on one, a number or a low line. */
    static boolean isWord(int c) {
        if (c == '_') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isUnspaced(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static boolean hasUnspaced(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= FIRST_UNSPACED) {
                return word.codePoints().anyMatch(Words::isUnspaced);
            }
        }
        return false;
    }

    private static void add(String word, List<String> words) {
        if (word.length() < 3 || !hasUnspaced(word)) {
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
            char c = text.charAt(i);
            count += UNSPACED[c] ? 2 : 0;
        }
        return count;
    }

    /** Dice's coefficient of the two sets of words: 0 to 1. */
    static double overlap(String one, String other) {
        return overlap(new HashSet<>(of(one)), new HashSet<>(of(other)));
    }

    static double overlap(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        int common = 0;
        for (String word : one) {
            common += other.contains(word) ? 1 : 0;
        }
        return 2.0 * common / (one.size() + other.size());
    }

    /** The share of the first text's different words that the second has. */
    static double contained(String part, String whole) {
        return contained(of(part), whole);
    }

    /** The share of different words that a text has. */
    static double contained(List<String> part, String whole) {
        Set<String> a = new HashSet<>(part);
        if (a.isEmpty()) {
            return 0;
        }
        int size = a.size();
        // Line by line, as what is looked for mostly stands in the first ones.
        for (Iterator<String> lines = whole.lines().iterator(); lines.hasNext() && !a.isEmpty(); ) {
            of(lines.next()).forEach(a::remove);
        }
        return (double) (size - a.size()) / size;
    }

    /** The letters and digits alone, in lower case: equal for texts that differ in punctuation and spaces. */
    static String key(String text) {
        return String.join(" ", of(isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC)));
    }

    /** Whether a text has the same words as its compatibility form, for lack of any letter or mark that has another. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0xa0 && !isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character is no mark and, unless it is no part of a word, its own compatibility form whatever stands beside it. */
    static boolean isPlain(char c) {
        if (c < 0x180 || c >= 0x2010 && c < 0x2028) {
            return COMPATIBLE.indexOf(c) < 0;
        }
        return c >= 0x388 && c <= 0x3ce
                || c >= 0x400 && c < 0x483
                || c >= 0x5d0 && c <= 0x5ea
                || c >= 0x621 && c <= 0x64a
                || c >= 0x3001 && c < 0x302a
                || c >= 0x3041 && c <= 0x3096
                || c >= 0x30a1 && c <= 0x30fa
                || c >= 0x4e00 && c < 0xa000
                || c >= 0xac00 && c <= 0xd7a3;
    }

    /** Whether the last mark, quotation marks and brackets aside, is one that ends a sentence. */
    static boolean endsSentence(String text) {
        int at = text.length();
        while (at > 0) {
            char c = text.charAt(--at);
            if (".!?…。！？।؟۔։".indexOf(c) >= 0) {
                return true;
            }
            if (!closes(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean closes(char c) {
        int type = Character.getType(c);
        return type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.END_PUNCTUATION
                || "\"'»“”’ \t\n".indexOf(c) >= 0;
    }
}
