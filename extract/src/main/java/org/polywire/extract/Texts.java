package org.polywire.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cleans runs of text as they stand in pages. */
final class Texts {
    /** White space that may be replaced by one space: all but those that forbid a break. */
    static final String SPACES = "[\\p{IsWhite_Space}&&[^\\u00A0\\u202F\\u2007]]";

    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF\\p{Cc}&&[^\\s]]");
    /** A no-break space is kept where typography wants one: inside numbers, and before or after French marks. */
    private static final Pattern LOOSE_NO_BREAK = Pattern.compile(
            "(?<![\\p{Nd}«])[\\u00A0\\u202F](?![;:!?»%€])|(?<=\\p{Nd})[\\u00A0\\u202F](?![\\p{Nd};:!?»%€])");

    private static final Pattern SPACE = Pattern.compile(SPACES + "+");

    private Texts() {}

    /** Without invisible characters, in normal form C; white space is left as it is. */
    static String visible(String text) {
        if (text.chars().allMatch(Texts::isPlain)) {
            return text;
        }
        String shown = INVISIBLE.matcher(text).replaceAll("");
        return LOOSE_NO_BREAK
                .matcher(Normalizer.normalize(shown, Normalizer.Form.NFC))
                .replaceAll(" ");
    }

    /** Characters that nothing is done to, the letters of Western Europe among them. */
    private static boolean isPlain(int c) {
        return c >= ' ' && c < 0x7f || c == '\n' || c == '\t' || c == '\r' || c > 0xa0 && c <= 0xff && c != 0xad;
    }

    /** One line: visible, and each run of white space one space. */
    static String line(String text) {
        return SPACE.matcher(visible(text)).replaceAll(" ").strip();
    }

    static String excerpt(String text) {
        String line = line(text);
        return line.length() <= 120 ? line : line.substring(0, cut(line)) + "…";
    }

    private static int cut(String line) {
        return Character.isHighSurrogate(line.charAt(118)) ? 118 : 119;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
