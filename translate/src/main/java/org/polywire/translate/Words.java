package org.polywire.translate;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.polywire.translate.Sentences.Range;

/**
 * Cuts text into words and single punctuation marks. An elided article or preposition ({@code l'}) is a word of its own; scripts
 * without spaces between words (Chinese, Japanese, Thai …) are cut by ICU's dictionaries.
 */
final class Words {
    /** Punctuation that stands apart from the word before or after it. */
    private static final String PUNCTUATION = ".,;:!?¿¡\"«»“”„‚‘’‹›()[]{}…—–،؛؟。、！？，：；「」『』（）《》।";

    /** What English and Catalan hang on the end of a word; everywhere else an apostrophe ends a short word. */
    private static final Pattern ENDING = Pattern.compile("['’](?:s|t|d|m|n|ll|re|ve|ls|ns)(?![\\p{L}\\p{M}])");

    private final String text;
    private final List<Range> words = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    static List<Range> in(String text) {
        return in(text, 0, text.length());
    }

    /** The words of a part of a text, in order; what lies between them is white space or nothing. */
    static List<Range> in(String text, int from, int to) {
        Words words = new Words(text);
        words.read(from, to);
        return words.words;
    }

    /** The same as {@link Character#isLetter(char)}, which takes longer to tell of letters that most texts are made of. */
    static boolean isLetter(char character) {
        return isBasicLetter(character) || character > 'z' && Character.isLetter(character);
    }

    static boolean isBasicLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    static boolean isPunctuation(char character) {
        return !isBasicLetter(character) && PUNCTUATION.indexOf(character) >= 0;
    }

    /** Whether it parts words. */
    static boolean isSpace(char character) {
        return character == ' '
                || !isLetter(character) && (Character.isWhitespace(character) || Character.isSpaceChar(character));
    }

    static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetter(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean hasLetterOrDigit(String text) {
        return hasLetterOrDigit(text, 0);
    }

    /** Whether there is one from a place on. */
    static boolean hasLetterOrDigit(String text, int from) {
        for (int i = from; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The first letter of the first such script in Unicode. */
    private static final int FIRST_UNSPACED = 0x0E00;

    /** Whether a script is written without spaces between words. */
    static boolean isUnspaced(int codePoint) {
        if (codePoint < FIRST_UNSPACED) {
            return false;
        }
        return switch (UScript.getScript(codePoint)) {
            case UScript.HAN,
                    UScript.HIRAGANA,
                    UScript.KATAKANA,
                    UScript.THAI,
                    UScript.LAO,
                    UScript.KHMER,
                    UScript.MYANMAR -> true;
            default -> UCharacter.hasBinaryProperty(codePoint, UProperty.IDEOGRAPHIC);
        };
    }

    private boolean hasUnspaced(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= FIRST_UNSPACED) {
                return text.substring(start, end).codePoints().anyMatch(Words::isUnspaced);
            }
        }
        return false;
    }

    private void read(int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (isLetter(character)) {
                continue;
            }
            boolean space = isSpace(character);
            if (space || isPunctuation(character) && !isInsideNumber(i) && !isApostrophe(i)) {
                add(start, i);
                if (!space) {
                    words.add(new Range(i, i + 1));
                }
                start = i + 1;
            } else if (isApostrophe(i)) {
                boolean ending =
                        i - start > 1 && ENDING.matcher(text).region(i, to).lookingAt();
                add(start, ending ? i : i + 1);
                start = ending ? i : i + 1;
            }
        }
        add(start, to);
    }

    private boolean isApostrophe(int at) {
        return text.charAt(at) == '\''
                || text.charAt(at) == '’'
                        && at > 0
                        && at + 1 < text.length()
                        && Character.isLetter(text.charAt(at - 1))
                        && Character.isLetter(text.charAt(at + 1));
    }

    private boolean isInsideNumber(int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    private void add(int start, int end) {
        if (start >= end) {
            return;
        }
        if (!hasUnspaced(start, end)) {
            words.add(new Range(start, end));
            return;
        }
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text.substring(start, end));
        int before = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            words.add(new Range(start + before, start + next));
            before = next;
        }
    }
}
