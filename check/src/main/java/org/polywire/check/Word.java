package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A run of letters and digits in a text; an apostrophe or a hyphen ends it, a Catalan middle dot does not. It ends as well where East Asian
 * letters and others meet, as Chinese, Japanese and Korean write no space there ({@code 在John大街}, {@code FBI는}).
 *
 * @param lower it in small letters
 * @param start its first character's index
 * @param initial whether its place alone may give it a capital: the start of a sentence, a quotation, or after a colon or dash
 */
record Word(String text, String lower, int start, boolean initial) {
    /** Marks after which a word may have a capital for its place alone. */
    private static final String OPENS = ".!?…:;\n\r\"“”«»„‘’'([—–¿¡•|/·؟。-";

    private static final char MIDDLE_DOT = '·';

    private static final int LETTERS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK;

    private static final int NUMBERS =
            1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER;

    /** The words of a text, in order. Written without expressions, as every check reads every text. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int end = 0;
        int start = next(text, 0);
        while (start < text.length()) {
            boolean initial = words.isEmpty() || (!isElided(text, end, start) && opens(text, end, start));
            end = joined(text, start, run(text, start, LETTERS | NUMBERS));
            String word = text.substring(start, end);
            words.add(new Word(word, word.toLowerCase(Locale.ROOT), start, initial));
            start = next(text, end);
        }
        return words;
    }

    /** Where the next word begins, or the text's length. */
    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && !isOf(text.codePointAt(at), LETTERS | NUMBERS)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Where the characters of some categories end, or a letter is East Asian and those before it are not, or the other way round. */
    private static int run(String text, int from, int categories) {
        int first = 0;
        int at = from;
        while (at < text.length() && isOf(text.codePointAt(at), categories)) {
            int character = text.codePointAt(at);
            if (Character.isLetter(character)) {
                if (first != 0 && isEastAsian(first) != isEastAsian(character)) {
                    return at;
                }
                first = character;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    /** Whether a letter is Chinese, Japanese or Korean, by the blocks of Unicode. */
    static boolean isEastAsian(int letter) {
        return letter >= 0x1100
                && (letter <= 0x11FF
                        || (letter >= 0x2E80 && letter <= 0xA4CF)
                        || (letter >= 0xAC00 && letter <= 0xD7FF)
                        || (letter >= 0xF900 && letter <= 0xFAFF)
                        || (letter >= 0xFF66 && letter <= 0xFFDC)
                        || (letter >= 0x20000 && letter <= 0x3FFFF));
    }

    /** Where a word ends that middle dots join; between Chinese letters they stand for the spaces of foreign names. */
    private static int joined(String text, int start, int from) {
        int part = start;
        int end = from;
        while (end < text.length() && text.charAt(end) == MIDDLE_DOT && !hasEastAsian(text, part, end)) {
            int more = run(text, end + 1, LETTERS);
            if (more == end + 1 || hasEastAsian(text, end + 1, more)) {
                return end;
            }
            part = end + 1;
            end = more;
        }
        return end;
    }

    private static boolean hasEastAsian(String text, int from, int to) {
        for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
            if (isEastAsian(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isLetterOrMark(int character) {
        return isOf(character, LETTERS);
    }

    /** The categories of the characters of European and Semitic writing, a bit each, as every character of every text is asked for. */
    private static final int[] CATEGORIES = IntStream.range(0, 0x700)
            .map(character -> 1 << Character.getType(character))
            .toArray();

    private static boolean isOf(int character, int categories) {
        return ((character < CATEGORIES.length ? CATEGORIES[character] : 1 << Character.getType(character))
                        & categories)
                != 0;
    }

    /** An apostrophe alone between two words joins them ({@code l'Ajuntament}); a quotation mark has a space on one side. */
    private static boolean isElided(String text, int from, int to) {
        return to - from == 1 && (text.charAt(from) == '\'' || text.charAt(from) == '’');
    }

    private static boolean opens(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (OPENS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean capitalised() {
        return Character.isUpperCase(text.codePointAt(0)) || Character.isTitleCase(text.codePointAt(0));
    }

    boolean hasLetters() {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetter(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    int end() {
        return start + text.length();
    }
}
