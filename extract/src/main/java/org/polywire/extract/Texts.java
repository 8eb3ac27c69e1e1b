package org.polywire.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Cleans runs of text as they stand in pages. */
final class Texts {
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF\\p{Cc}&&[^\\s]]");
    /** What French typography sets after a space that forbids a break. */
    private static final String BOUND = ";:!?»%€";

    /** How many an element may add to the text: one before it and one after it. */
    private static final int SPACES = 2;

    /** Whether nothing is done to each character: all text of a page is looked at. */
    private static final boolean[] PLAIN = allPlain();

    private Texts() {}

    /** Without invisible characters, in normal form C; white space is left as it is. */
    static String visible(String text) {
        boolean plain = true;
        boolean composed = true;
        boolean special = false;
        boolean invisible = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!PLAIN[c]) {
                plain = false;
                composed &= isSpecial(c);
                special |= isSpecial(c);
                invisible |= isSpecial(c) && !isNoBreak(c);
            }
        }
        if (plain) {
            return text;
        }
        String shown = invisible ? INVISIBLE.matcher(text).replaceAll("") : text;
        String normal = composed || Normalizer.isNormalized(shown, Normalizer.Form.NFC)
                ? shown
                : Normalizer.normalize(shown, Normalizer.Form.NFC);
        return special ? withoutLooseNoBreaks(normal) : normal;
    }

    /** A no-break space is kept where typography wants one: inside numbers, and before or after French marks. */
    private static String withoutLooseNoBreaks(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = isNoBreak(letters[i]) && !isBound(text, i) ? ' ' : letters[i];
        }
        return new String(letters);
    }

    private static boolean isNoBreak(char c) {
        return c == 0xa0 || c == 0x202f;
    }

    private static boolean isBound(String text, int at) {
        int before = at == 0 ? ' ' : text.codePointBefore(at);
        int after = at + 1 == text.length() ? ' ' : text.codePointAt(at + 1);
        return before == '«' || BOUND.indexOf(after) >= 0 || Character.isDigit(before) && Character.isDigit(after);
    }

    private static boolean[] allPlain() {
        boolean[] plain = new boolean[Character.MAX_VALUE + 1];
        for (int c = 0; c < plain.length; c++) {
            plain[c] = isPlain((char) c);
        }
        return plain;
    }

    /** Characters that nothing is done to: of the Latin letters, common punctuation and scripts without composed forms in them. */
    private static boolean isPlain(char c) {
        if (c < 0x250) {
            return c >= ' ' && c < 0x7f || c == '\n' || c == '\t' || c == '\r' || c > 0xa0 && c != 0xad;
        }
        return c >= 0x400 && c < 0x483
                || c >= 0x5d0 && c <= 0x5ea
                || c >= 0x621 && c <= 0x64a
                || c >= 0x2010 && c < 0x2028
                || c >= 0x2030 && c < 0x205f
                || c >= 0x3001 && c < 0x302a
                || c >= 0x3041 && c <= 0x3096
                || c >= 0x30a1 && c <= 0x30fa
                || c >= 0x4e00 && c < 0xa000
                || c >= 0xac00 && c <= 0xd7a3;
    }

    /** Characters that may have to go: controls, invisible ones and spaces that forbid a break. */
    private static boolean isSpecial(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r'
                || c >= 0x7f && c <= 0xa0
                || c == 0xad
                || c == 0x200b
                || c == 0x202f
                || c == 0x2060
                || c == 0xfeff;
    }

    /** The text of an element as jsoup tells it; where it is a single line of plain letters, nothing need be put together. */
    static String of(Element element) {
        String line = soleLine(element);
        return line.isEmpty() ? element.text() : line;
    }

    /** The text of an element as one line. */
    static String line(Element element) {
        String line = soleLine(element);
        return line.isEmpty() ? line(element.text()) : line;
    }

    /** What an element holds, if it is nothing but one line of text; else empty. */
    private static String soleLine(Element element) {
        if (element.childNodeSize() != 1 || !(element.childNode(0) instanceof TextNode text)) {
            return "";
        }
        String line = text.getWholeText().trim();
        return isLine(line) ? line : "";
    }

    /** One line: visible, and each run of white space one space. */
    static String line(String text) {
        if (isLine(text)) {
            return text;
        }
        return singleSpaced(visible(text)).strip();
    }

    /** Each run of white space one space, none at the beginning and the end. */
    static String singleSpaced(String text) {
        char[] line = text.toCharArray();
        int length = 0;
        boolean space = false;
        for (char c : line) {
            if (isSpace(c)) {
                space = length > 0;
            } else {
                if (space) {
                    line[length++] = ' ';
                }
                space = false;
                line[length++] = c;
            }
        }
        return new String(line, 0, length);
    }

    /** Whether a text is one line already, for lack of anything that would change. */
    private static boolean isLine(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? before == ' ' : c < ' ' || !PLAIN[c]) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    /** Whether it is white space that may be replaced by one space: all but those that forbid a break. */
    static boolean isSpace(char c) {
        return c == ' '
                || c >= '\t' && c <= '\r'
                || c == 0x85
                || c > 0xff && c != 0x202f && c != 0x2007 && (Character.isSpaceChar(c) || c == 0x2028 || c == 0x2029);
    }

    /** Whether the text of an element has more characters; long texts are not read to their end, and short ones are not put together. */
    static boolean isLonger(Element element, int length) {
        Extent extent = new Extent(length).of(element);
        return extent.least > length || extent.most > length && of(element).length() > length;
    }

    /** Whether an element has no text but white space. */
    static boolean isBlank(Element element) {
        Extent extent = new Extent(0).of(element);
        return extent.least == 0 && of(element).isBlank();
    }

    /** The bounds of the length of a text; what is beyond a limit is not counted. */
    private static final class Extent {
        private final int limit;
        private int least;
        private int most;

        Extent(int limit) {
            this.limit = limit;
        }

        Extent of(Element whole) {
            boolean formatted = whole.tag().preserveWhitespace();
            for (Element at = whole.parent(); at != null && !formatted; at = at.parent()) {
                formatted = at.tag().preserveWhitespace();
            }
            add(whole, formatted);
            return this;
        }

        private void add(Element element, boolean formatted) {
            most += SPACES;
            boolean preserved = formatted || element.tag().preserveWhitespace();
            for (int i = 0; i < element.childNodeSize() && least <= limit; i++) {
                switch (element.childNode(i)) {
                    case TextNode text -> add(text.getWholeText(), preserved);
                    case Element inner -> add(inner, preserved);
                    default -> {}
                }
            }
        }

        /** Of other white space only one character of each run is shown; some signs are counted that are not shown. */
        private void add(String words, boolean preserved) {
            boolean before = false;
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean white = c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
                least += c > ' ' && c != 0xa0 && c < 0x2000 && c != 0xad ? 1 : 0;
                most += white && before && !preserved ? 0 : 1;
                before = white;
            }
        }
    }

    /** What comes after the white space and the marks with which a text begins. */
    static String afterMarks(String text, String marks) {
        int start = 0;
        while (start < text.length() && isSpaceOr(marks, text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    /** What comes before the white space and the marks with which a text ends. */
    static String beforeMarks(String text, String marks) {
        int end = text.length();
        while (end > 0 && isSpaceOr(marks, text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isSpaceOr(String marks, char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || marks.indexOf(c) >= 0;
    }

    static String excerpt(String text) {
        return beginning(line(text));
    }

    /** The first characters of what is one line already. */
    static String beginning(String line) {
        return line.length() <= 120 ? line : line.substring(0, cut(line)) + "…";
    }

    private static int cut(String line) {
        return Character.isHighSurrogate(line.charAt(118)) ? 118 : 119;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
