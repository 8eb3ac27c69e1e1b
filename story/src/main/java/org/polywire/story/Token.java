package org.polywire.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A word, a number or, in scripts without spaces, a letter.
 *
 * @param text as it stands
 * @param initial whether it may have its capital from where it stands: after a full stop, in a headline
 */
record Token(Kind kind, String text, boolean initial) {
    enum Kind {
        WORD,
        NUMBER,
        /** A Han, Hiragana, Thai, Lao or Khmer letter, which stands for itself. */
        LETTER
    }

    private static final Set<Character.UnicodeScript> WITHOUT_SPACES = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);

    static List<Token> of(String text, boolean everyWordInitial) {
        List<Token> tokens = new ArrayList<>();
        boolean initial = true;
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            int end = end(text, at, letter);
            if (end > at) {
                tokens.add(new Token(kind(letter), text.substring(at, end), initial || everyWordInitial));
                initial = false;
                at = end;
            } else {
                initial |= startsAnew(letter);
                at += Character.charCount(letter);
            }
        }
        return tokens;
    }

    private static Kind kind(int letter) {
        if (Character.isDigit(letter)) {
            return Kind.NUMBER;
        }
        return standsAlone(letter) ? Kind.LETTER : Kind.WORD;
    }

    /** Where the token that begins here ends; where it began, if none does. */
    private static int end(String text, int start, int letter) {
        if (Character.isDigit(letter)) {
            return endOfNumber(text, start);
        }
        if (!Character.isLetter(letter)) {
            return start;
        }
        int end = start + Character.charCount(letter);
        if (standsAlone(letter)) {
            return end;
        }
        while (end < text.length() && isInWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isInWord(int letter) {
        return (Character.isLetterOrDigit(letter) && !standsAlone(letter))
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK
                || letter == 'ー';
    }

    private static boolean standsAlone(int letter) {
        return letter > 0x0e00 && WITHOUT_SPACES.contains(Character.UnicodeScript.of(letter));
    }

    /** Digits, and separators that stand between two of them. */
    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length()) {
            char here = text.charAt(end);
            boolean separates = ".,'’٫٬\u00a0\u202f".indexOf(here) >= 0
                    && end + 1 < text.length()
                    && Character.isDigit(text.charAt(end + 1));
            if (!Character.isDigit(here) && !separates) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean startsAnew(int letter) {
        return switch (Character.getType(letter)) {
            case Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.DASH_PUNCTUATION -> true;
            default -> ".!?…:\"'¿¡\n•|/".indexOf(letter) >= 0;
        };
    }

    boolean capital() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** In small letters, without accents; Latin only in letters of ASCII. */
    String folded() {
        return Folding.of(text.toLowerCase(Locale.ROOT));
    }
}
